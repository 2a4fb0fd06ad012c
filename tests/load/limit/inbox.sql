-- $1 the viewer's organisation, $2 the viewer; the day is put in where {today} stands.
SELECT json_build_object('data', json_build_object('referrals', json_build_object(
    'nodes', coalesce(json_agg(row_to_json(listed)), '[]'::json))))::text
FROM (
    SELECT r.id, r.reference, r.state, r.priority, r.due_on AS "dueOn", d.pseudonym,
        (SELECT row_to_json(x) FROM (SELECT s.name) x) AS service,
        (SELECT row_to_json(x) FROM (
            SELECT sender.id, sender.name, sender.kind,
                (SELECT row_to_json(y) FROM (SELECT p.code, p.name) y) AS province) x) AS sender,
        -- The same for every row, so computed once.
        (SELECT row_to_json(x) FROM (
            SELECT o.id, o.name, o.kind,
                (SELECT row_to_json(y) FROM (SELECT p.code, p.name) y) AS province
            FROM organisation o JOIN province p ON p.code = o.province
            WHERE o.id = $1) x) AS recipient,
        coalesce((
            SELECT json_agg(row_to_json(x) ORDER BY x.id) FROM (
                SELECT e.id, e.kind, e.occurred_at AS at,
                    json_build_object('id', o.id, 'name', o.name) AS organisation
                FROM event_subject es
                JOIN event e ON e.id = es.event_id
                LEFT JOIN organisation o ON o.id = e.organisation_id
                WHERE es.organisation_id = $1 AND es.subject_id = r.id
                ORDER BY es.event_id DESC LIMIT 3) x), '[]'::json) AS events
    FROM referral r
    JOIN disclosure_grant g ON g.id = r.grant_id
    JOIN agreement a ON a.id = g.agreement_id
    LEFT JOIN consent c ON c.id = g.consent_id
    JOIN disclosure d ON d.id = g.disclosure_id
    JOIN service s ON s.id = r.service_id
    JOIN organisation sender ON sender.id = r.sender_id
    JOIN province p ON p.code = sender.province
    WHERE r.recipient_id = $1
        AND r.state IN ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS')
        AND g.revoked_at IS NULL
        AND a.state = 'ACTIVE' AND a.starts_on <= '{today}' AND (a.ends_on IS NULL OR a.ends_on >= '{today}')
        AND (g.opened_at IS NOT NULL
            OR ((g.closes_on IS NULL OR g.closes_on > '{today}')
                AND (g.legal_basis IN ('LEGAL_OBLIGATION', 'VITAL_INTEREST')
                    OR (c.answer = 'GIVEN' AND c.withdrawn_at IS NULL AND c.expires_on >= '{today}'))))
        AND (r.assigned_to IS NULL OR r.assigned_to = $2 OR r.offered_to = $2)
    ORDER BY r.due_on, r.id
    LIMIT 25
) listed
