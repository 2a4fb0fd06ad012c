// What *refer and accept* is measured with: people to refer, and the recipe of statements for the bare driver,
// taken from what the gateway ran.
import fs from "node:fs";
import path from "node:path";
import { shown, sql } from "./tools.mjs";

const COLUMNS = [
  "person", "need", "service", "sender", "sender_member", "recipient", "recipient_member", "agreement", "consent",
  "disclosure", "person_key", "municipality", "sender_token", "recipient_token",
];
// Columns that statements are given; the others are for the API alone.
const GIVEN = COLUMNS.length - 2;

// A token for every member who works with people, made from the member's id, so that it needs no keeping.
export const TOKEN = (member) => `'tg_' || md5('load' || ${member}) || md5(${member} || 'load')`;

// Everybody whose completed referral may be repeated: the agreement, the consent and the service still hold, and none
// to the same service is open. In an order that mixes senders and services.
const PEOPLE = (most) => `
  SELECT r.person_id, (SELECT n.id FROM need n WHERE n.person_id = r.person_id ORDER BY n.id LIMIT 1), r.service_id,
    r.sender_id, sending.member_id, r.recipient_id, receiving.id, g.agreement_id, g.consent_id, g.disclosure_id,
    p.key_id, p.municipality_id, ${TOKEN("sending.member_id::text")}, ${TOKEN("receiving.id::text")}
  FROM (SELECT DISTINCT ON (person_id, service_id) * FROM referral WHERE state = 'COMPLETED'
    ORDER BY person_id, service_id, id) r
  JOIN disclosure_grant g ON g.referral_id = r.id AND g.legal_basis = 'CONSENT' AND g.revoked_at IS NULL
  JOIN person p ON p.id = r.person_id AND p.municipality_id IS NOT NULL
  JOIN service s ON s.id = r.service_id AND s.status = 'ACTIVE'
  JOIN agreement a ON a.id = g.agreement_id AND a.state = 'ACTIVE' AND a.purpose = s.purpose
    AND a.starts_on <= current_date AND coalesce(a.ends_on, 'infinity') >= current_date
  JOIN consent c ON c.id = g.consent_id AND c.answer = 'GIVEN' AND c.withdrawn_at IS NULL
    AND c.purpose = s.purpose AND c.expires_on > current_date
  JOIN LATERAL (SELECT t.member_id FROM case_team t JOIN member m ON m.id = t.member_id
    WHERE t.person_id = r.person_id AND m.ended_at IS NULL AND m.role = 'CASEWORKER' LIMIT 1) sending ON true
  JOIN LATERAL (SELECT m.id FROM member m WHERE m.organisation_id = r.recipient_id AND m.ended_at IS NULL
    AND m.role = 'CASEWORKER' LIMIT 1) receiving ON true
  WHERE NOT EXISTS (SELECT 1 FROM service_capacity k WHERE k.service_id = s.id)
    AND EXISTS (SELECT 1 FROM need n WHERE n.person_id = r.person_id)
    AND NOT EXISTS (SELECT 1 FROM referral o WHERE o.person_id = r.person_id AND o.service_id = r.service_id
      AND o.state IN ('DRAFT', 'SENT', 'ACKNOWLEDGED', 'INFORMATION_REQUESTED', 'ACCEPTED', 'IN_PROGRESS'))
    AND NOT EXISTS (SELECT 1 FROM consent later JOIN consent_recipient cr ON cr.consent_id = later.id
      WHERE later.person_id = r.person_id AND later.purpose = s.purpose AND cr.organisation_id = r.recipient_id
        AND (later.asked_at, later.id) > (c.asked_at, c.id))
  ORDER BY md5(r.id::text) LIMIT ${most}`;

// People to refer, handed out in slices so that nobody is referred twice.
export class People {
  constructor(database, most, folder) {
    this.rows = sql(database, PEOPLE(most));
    this.folder = folder;
    this.next = 0;
    this.files = 0;
  }

  take(count) {
    const rows = this.rows.slice(this.next, this.next + count);
    this.next += rows.length;
    if (rows.length < count) throw new Error(`only ${this.rows.length} people can be referred; load more`);
    return rows;
  }

  write(lines) {
    const file = path.join(this.folder, `people-${this.files++}.txt`);
    fs.writeFileSync(file, lines.join("\n") + "\n");
    return file;
  }

  // For the gateway: a token of either side, and the draft.
  drafts(count) {
    return this.write(this.take(count).map((row) => `${row[12]}\t${row[13]}\t${JSON.stringify(draft(row))}`));
  }

  // For the driver: the columns that its recipe names.
  jobs(count) {
    return this.write(this.take(count).map((row) => row.slice(0, GIVEN).join("\t")));
  }
}

export function draft(row) {
  return {
    personId: shown("person", row[0]),
    needIds: [shown("need", row[1])],
    serviceIds: [shown("service", row[2])],
    mode: "ALL",
    priority: "ROUTINE",
    scopes: ["NEEDS"],
    preAcceptance: [],
    ask: "A place from the day of release on, and somebody to meet the train.",
    send: true,
  };
}

// The statements between BEGIN and COMMIT in PostgreSQL's log, for the person of this row, as the driver reads them.
export function recipe(log, row) {
  const lines = fs.readFileSync(log, "utf8").split("\n");
  const steps = [];
  let transaction = 0;
  let open = false;
  for (const [at, line] of lines.entries()) {
    const said = /LOG: {2}(?:statement|execute [^:]+): (.*)$/.exec(line);
    if (!said) continue;
    const text = said[1];
    if (/^BEGIN/.test(text)) {
      transaction++;
      open = true;
    } else if (/^(COMMIT|ROLLBACK)/.test(text)) {
      open = false;
    } else if (open) {
      const told = /DETAIL: {2}parameters: (.*)$/.exec(lines[at + 1] ?? "");
      steps.push({ transaction, text, values: told ? values(told[1]) : [] });
    }
  }
  if (transaction !== 2) throw new Error(`the gateway used ${transaction} transactions to refer and accept, not 2`);
  const made = new Map();
  for (const step of steps) {
    for (const value of inserted(step, "id")) made.set(value, made.size);
  }
  // Where two agreements cover a referral the gateway may take another than the one before did.
  const agreements = new Set(steps.flatMap((step) => inserted(step, "agreement_id")));
  const parameter = (value) => {
    if (value === null) return "!";
    if (agreements.has(value)) return `@${COLUMNS.indexOf("agreement")}`;
    const column = row.slice(0, GIVEN).indexOf(value);
    if (column >= 0) return `@${column}`;
    if (/^TG-/.test(value)) return "#";
    if (!made.has(value)) return `=${value}`;
    // The version of the id says whether it is ordered by time.
    return `${value[14] === "7" ? "~" : "?"}${made.get(value)}`;
  };
  const recipe = steps.map((step) => [step.transaction, step.text, ...step.values.map(parameter)].join("\t"));
  return { text: recipe.join("\n") + "\n", statements: [1, 2].map((n) => steps.filter((s) => s.transaction === n).length) };
}

// What an INSERT puts into a column, row by row.
function inserted(step, column) {
  const columns = /^INSERT INTO "\w+" \(([^)]*)\)/.exec(step.text)?.[1].split(", ") ?? [];
  const at = columns.indexOf(`"${column}"`);
  return at < 0 ? [] : step.values.filter((_, n) => n % columns.length === at);
}

function values(text) {
  const found = text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g);
  return [...found].map((match) => (match[1] === undefined ? null : match[1].replaceAll("''", "'")));
}
