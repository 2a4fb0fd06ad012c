with page as materialized (
 select r.id, r.reference, r.state, r.priority, r.due_on, r.sender_id, r.recipient_id, r.service_id, g.disclosure_id
 from referral r
 join disclosure_grant g on g.referral_id = r.id and g.recipient_id = r.recipient_id
 join agreement a on a.id = g.agreement_id
 left join consent c on c.id = g.consent_id
 where r.recipient_id = $1 and r.state in ('SENT','ACKNOWLEDGED','ACCEPTED','IN_PROGRESS')
 and g.revoked_at is null and a.state = 'ACTIVE' and a.starts_on <= '{today}' and (a.ends_on is null or a.ends_on >= '{today}')
 and (g.opened_at is not null or ((g.closes_on is null or g.closes_on > '{today}') and (g.ground in ('LEGAL_OBLIGATION','VITAL_INTEREST') or (c.answer='GIVEN' and c.withdrawn_at is null and c.expires_on >= '{today}'))))
 and (r.assigned_to is null or r.assigned_to = $2)
 order by r.due_on, r.id limit 25)
select json_build_object('data', json_build_object('referrals', json_build_object('nodes', coalesce(json_agg(row_to_json(n)), '[]'::json))))::text from (
 select p.id, p.reference, p.state, p.priority, p.due_on as "dueOn", d.pseudonym,
 (select row_to_json(x) from (select s.name) x) as service,
 (select row_to_json(x) from (select so.id, so.name, so.kind, (select row_to_json(y) from (select sp.code, sp.name) y) as province) x) as sender,
 (select row_to_json(x) from (select ro.id, ro.name, ro.kind, (select row_to_json(y) from (select rp.code, rp.name) y) as province) x) as recipient,
 coalesce((select json_agg(row_to_json(v) order by v.id) from (select ev.id, ev.kind, ev.occurred_at as at, (select row_to_json(x) from (select o.id, o.name from organisation o where o.id=ev.organisation_id) x) as organisation from event_subject es join event ev on ev.id = es.event_id where es.organisation_id = $1 and es.subject_id = p.id order by es.event_id desc limit 3) v), '[]'::json) as events
from page p
join disclosure d on d.id = p.disclosure_id
join service s on s.id = p.service_id
join organisation so on so.id = p.sender_id join province sp on sp.code = so.province
join organisation ro on ro.id = p.recipient_id join province rp on rp.code = ro.province
order by p.due_on, p.id) n
