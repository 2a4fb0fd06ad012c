// Measures the gateway against the limit and writes docs/performance.md. Called by run.sh, which has loaded the
// databases and says where everything is by its environment.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { People, TOKEN, draft, recipe } from "./refer.mjs";
import { write } from "./report.mjs";
import {
  answers, ask, freePort, graphql, here, load, median, memory, processor, say, sleep, sql, start, stop, wrk,
} from "./tools.mjs";

const { PROGRAM, LIMIT, SERVER, LARGE, TENTH, SERVER_LOG, FOLDER, BENCH_SECONDS, BENCH_ROUNDS } = process.env;
const SECONDS = Number(BENCH_SECONDS);
const ROUNDS = Number(BENCH_ROUNDS);
const CONNECTIONS = [1, 16, 64];
// What both contestants may have open to the database: the gateway's default.
const POOL = 16;
const VIEWERS = 50;
const web = path.join(here, "..", "..", "web", "src");

const database = (name, more = "") => `${SERVER}/${name}${more}`;
const bearer = (token) => ({ authorization: `Bearer ${token}` });
const file = (name, text) => {
  const at = path.join(FOLDER, name);
  fs.writeFileSync(at, text);
  return at;
};

async function gateway(name, more = "", settings = {}) {
  const port = await freePort();
  const env = {
    DATABASE_URL: database(name, more), THROUGHGATE_LISTEN: `127.0.0.1:${port}`, THROUGHGATE_LOG: "warn",
    THROUGHGATE_MASTER_KEY: process.env.THROUGHGATE_MASTER_KEY, THROUGHGATE_WORKER: "off", ...settings,
  };
  const child = await start(PROGRAM, ["serve"], env, path.join(FOLDER, "gateway.log"));
  child.startedIn = await answers(port, "/healthz", child);
  return Object.assign(child, { port });
}

async function limit(name) {
  const port = await freePort();
  const words = ["inbox", `127.0.0.1:${port}`, database(name), String(POOL)];
  const child = await start(LIMIT, words, {}, path.join(FOLDER, "limit.log"));
  await answers(port, "/", child);
  return Object.assign(child, { port });
}

// A token and a session for everybody, made by SQL: the program makes a token a second. They count as just used: that
// one is, is noted once a minute by a transaction of its own, which would be taken for one of those that are measured.
function letIn(name) {
  sql(database(name), `
    CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
    INSERT INTO api_token (id, hash, member_id, created_at, expires_at, used_at)
      SELECT gen_random_uuid(), sha256((${TOKEN("id::text")})::bytea), id, 0, 4102444800000000, 4102444800000000 FROM member
      ON CONFLICT DO NOTHING;
    INSERT INTO session (id, hash, member_id, created_at, expires_at, seen_at, browser)
      SELECT gen_random_uuid(), sha256(substr(${TOKEN("id::text")}, 4)::bytea), id, 0, 4102444800000000,
        4102444800000000, '' FROM member
      ON CONFLICT DO NOTHING;
    ANALYZE api_token, session;`);
}

const INBOX = { query: fs.readFileSync(path.join(here, "inbox.graphql"), "utf8").replace(/\s+/g, " ").trim() };
const rows = (answer) => answer.data.referrals.nodes;

// Case workers whose first page is full, from organisations of every size.
async function viewers(name, port) {
  const tokens = sql(database(name), `
    SELECT ${TOKEN("m.id::text")} FROM (SELECT DISTINCT ON (organisation_id) * FROM member
      WHERE role = 'CASEWORKER' AND ended_at IS NULL ORDER BY organisation_id, id) m
    JOIN (SELECT recipient_id, count(*) AS waiting FROM referral
      WHERE state IN ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') GROUP BY 1) r ON r.recipient_id = m.organisation_id
    ORDER BY r.waiting, m.id`);
  const full = [];
  for (const [token] of tokens) {
    const answer = await graphql(port, bearer(token), INBOX);
    if (answer.errors) throw new Error(`the inbox failed: ${JSON.stringify(answer.errors)}`);
    if (rows(answer).length === 25) full.push(token);
  }
  if (!full.length) throw new Error("nobody has 25 referrals waiting: load more");
  const every = Math.max(1, full.length / VIEWERS);
  return full.filter((_, n) => Math.floor(n / every) !== Math.floor((n - 1) / every)).slice(0, VIEWERS);
}

// Both must show the same rows to the same viewer, or the comparison is worth nothing.
async function sameRows(ours, theirs, tokens) {
  const brief = (answer) => rows(answer).map((row) => [
    row.reference, row.state, row.priority, row.dueOn, row.pseudonym, row.service.name, row.sender.name,
    row.sender.province.name, row.recipient.name, row.events.map((event) => [event.kind, event.organisation?.name]),
  ]);
  for (const token of tokens) {
    const [mine, its] = await Promise.all([ours, theirs].map((one) => graphql(one.port, bearer(token), INBOX)));
    if (JSON.stringify(brief(mine)) !== JSON.stringify(brief(its))) {
      throw new Error("the gateway and the limit do not show the same rows");
    }
  }
}

// Rounds of the contestants by turns, another one first in each: after a checkpoint whoever writes first writes more.
// Of each the median.
async function byTurns(contestants, rounds = ROUNDS) {
  const taken = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = [...contestants.keys()];
    for (const n of round % 2 ? order.reverse() : order) taken[n].push(await contestants[n]());
  }
  return taken.map((runs) => ({
    rate: median(runs.map((run) => run.rate)),
    p50: median(runs.map((run) => run.p50)),
    p99: median(runs.map((run) => run.p99)),
    rates: runs.map((run) => run.rate),
  }));
}

async function inbox(ours, theirs, tokens) {
  const words = [file("inbox.json", JSON.stringify(INBOX)), file("tokens.txt", tokens.join("\n") + "\n")];
  const run = (one, connections) => () => wrk(one.port, connections, SECONDS, "inbox.lua", words);
  await Promise.all([run(ours, 4)(), run(theirs, 4)()]);
  const table = [];
  for (const connections of CONNECTIONS) {
    say(`my inbox, ${connections} connections`);
    const [our, its] = await byTurns([run(ours, connections), run(theirs, connections)]);
    table.push({ connections, ours: our, limit: its });
  }
  const held = memory(ours);
  const used = processor(ours);
  const { count } = await run(ours, 16)();
  const took = (processor(ours) - used) / count;
  return { table, memory: held, processor: took, statements: await statements(ours.name, () => run(ours, 1)()) };
}

// Statements that a request costs, counted by PostgreSQL; counting is off otherwise.
async function statements(name, run) {
  const counting = (track) => {
    sql(database(name), `ALTER SYSTEM SET pg_stat_statements.track = '${track}'`);
    sql(database(name), "SELECT pg_reload_conf()");
    return sleep(300);
  };
  await counting("top");
  sql(database(name), "SELECT pg_stat_statements_reset()");
  const { count } = await run();
  const [[calls]] = sql(database(name), `SELECT sum(calls) FROM pg_stat_statements s
    JOIN pg_database d ON d.oid = s.dbid AND d.datname = current_database() WHERE query NOT LIKE '%pg_stat%'`);
  await counting("none");
  return Number(calls) / count;
}

// What the gateway runs for one person, seen in PostgreSQL's log. The first is for its caches.
async function captured(people) {
  const size = () => fs.statSync(SERVER_LOG).size;
  const one = await gateway(LARGE, "?options[log_statement]=all", { THROUGHGATE_DATABASE_CONNECTIONS: "1" });
  let found;
  for (const row of people.take(2)) {
    const before = size();
    await referAndAccept(one.port, row);
    await sleep(200);
    found = recipe(file("one.log", fs.readFileSync(SERVER_LOG).subarray(before)), row);
  }
  await stop(one);
  return found;
}

async function referAndAccept(port, row) {
  const refer = "mutation ($input: ReferralDraftInput!) { referralDraft(input: $input) { group { referrals { id version } } errors { code } } }";
  const accept = "mutation ($input: ReferralStepInput!) { referralAccept(input: $input) { referral { state } errors { code } } }";
  const sent = await graphql(port, bearer(row[12]), { query: refer, variables: { input: draft(row) } });
  const [referral] = sent.data?.referralDraft.group?.referrals ?? [];
  if (!referral) throw new Error(`nobody was referred: ${JSON.stringify(sent)}`);
  const input = { referralId: referral.id, version: referral.version };
  const taken = await graphql(port, bearer(row[13]), { query: accept, variables: { input } });
  if (taken.data?.referralAccept.referral?.state !== "ACCEPTED") throw new Error(`not accepted: ${JSON.stringify(taken)}`);
}

async function refer(ours) {
  const most = Number(process.env.BENCH_MOST ?? 200_000);
  const people = new People(database(LARGE), most, FOLDER);
  say(`${people.rows.length} people can be referred again`);
  const found = await captured(people);
  // In bulk-loaded networks waits what in life a worker would have done long ago.
  await stop(await caughtUp());
  const steps = file("recipe.txt", found.text);
  const slice = Math.floor((people.rows.length - 10) / (2 * (CONNECTIONS.length * ROUNDS + 1) + ROUNDS));
  const our = (connections, seconds = SECONDS) => () =>
    wrk(ours.port, connections, seconds, "refer.lua", [people.drafts(slice)]);
  const its = (connections, seconds = SECONDS) => () =>
    load(LIMIT, ["drive", steps, people.jobs(slice), database(LARGE), String(connections), String(seconds)]);
  await our(4, 2)();
  await its(4, 2)();
  const table = [];
  for (const connections of CONNECTIONS) {
    say(`refer and accept, ${connections} connections`);
    sql(database(LARGE), "CHECKPOINT");
    const [mine, theirs] = await byTurns([our(connections), its(connections)]);
    table.push({ connections, ours: mine, limit: theirs });
  }
  // As it is in life. Not so beside the limit: the worker does for both the same, and would do it for the slower one.
  say("refer and accept beside a worker");
  const worker = await caughtUp();
  const [beside] = await byTurns([our(16)]);
  await stop(worker);
  return { table, statements: found.statements, beside };
}

// A worker that has done what was due before it came.
async function caughtUp() {
  const worker = await start(PROGRAM, ["worker"], {
    DATABASE_URL: database(LARGE), THROUGHGATE_LOG: "warn", THROUGHGATE_MASTER_KEY: process.env.THROUGHGATE_MASTER_KEY,
  }, path.join(FOLDER, "worker.log"));
  const asked = `SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend' AND state <> 'idle') + (SELECT count(*) FROM event WHERE sequence_number IS NULL)`;
  for (let calm = 0, tries = 0; calm < 12; tries++) {
    if (tries > 1_200) throw new Error("the worker has not caught up in ten minutes");
    calm = Number(sql(database(LARGE), asked)[0][0]) ? 0 : calm + 1;
    await sleep(500);
  }
  return worker;
}

// From the call to the first answer, on the loaded database.
async function startUp() {
  const times = [];
  for (let n = 0; n < 5; n++) {
    const one = await gateway(LARGE);
    times.push(one.startedIn);
    await stop(one);
  }
  return median(times);
}

// Processor time of the start page over that of its own operations, both by one connection.
async function page(ours) {
  // One of an organisation of the usual size, of which half are larger.
  const [[member]] = sql(database(LARGE), `SELECT m.id FROM member m JOIN (SELECT recipient_id, count(*) AS received,
      count(*) FILTER (WHERE state IN ('SENT', 'ACKNOWLEDGED')) AS waiting FROM referral GROUP BY 1) r
    ON r.recipient_id = m.organisation_id AND waiting >= 10
    WHERE m.role = 'CASEWORKER' AND m.ended_at IS NULL ORDER BY received, m.id
    OFFSET (SELECT count(DISTINCT recipient_id) / 2 FROM referral) LIMIT 1`);
  const [[secret]] = sql(database(LARGE), `SELECT substr(${TOKEN("'" + member + "'::text")}, 4)`);
  const cookie = `header Cookie session=${secret}`;
  const operations = [["components/shell.graphql", "Shell"], ["pages/work/my_work.graphql", "MyReferrals"],
    ["pages/work/my_work.graphql", "MyUpcomingReleases"]].map(([at, operationName]) =>
    ({ query: fs.readFileSync(path.join(web, at), "utf8"), operationName, variables: {} }));
  const query = (operation) =>
    ["path /graphql", cookie, "header Content-Type application/json", `body ${JSON.stringify(operation)}`];
  const requests = (name, ...all) => all.map((lines, n) => file(`${name}-${n}.txt`, lines.join("\n") + "\n"));
  const asked = [
    requests("page", ["path /", cookie]),
    // By turns, as the page asks them: one again and again would find all it needs at hand.
    requests("queries", ...operations.map(query)),
    requests("nothing", ["path /healthz", cookie]),
  ];
  const seen = await ask(ours.port, "/", { headers: { cookie: `session=${secret}` } });
  if (seen.status !== 200) throw new Error(`the start page answered ${seen.status}`);
  // What is refused costs nothing, and the page would be charged with it.
  for (const operation of operations) {
    const { data, errors } = await graphql(ours.port, { cookie: `session=${secret}` }, operation);
    if (!data || errors) throw new Error(`${operation.operationName} answered ${JSON.stringify(errors)}`);
  }
  // Many short turns: what else the machine does for a while then falls on all three alike.
  const taken = asked.map(() => []);
  const seconds = Math.max(1, Math.round(SECONDS / 4));
  for (let round = 0; round <= 4 * ROUNDS; round++) {
    for (const [n, words] of asked.entries()) {
      const used = processor(ours);
      const { count } = await wrk(ours.port, 1, seconds, "page.lua", words);
      // The first round warms up.
      if (round > 0) taken[n].push((processor(ours) - used) / count / 1000);
    }
  }
  // Whoever asks the three in one request pays for HTTP once, as the page does. Turn by turn: the machine is faster at one
  // time than at another, and what is looked for is a small difference.
  const turns = taken[0].map((page, n) => {
    const [each, nothing] = [taken[1][n], taken[2][n]];
    const queries = 3 * (each - nothing) + nothing;
    return { page, queries, over: page - queries };
  });
  const middle = (what) => median(turns.map((turn) => turn[what]));
  return { page: middle("page"), queries: middle("queries"), over: middle("over") };
}

// The same work on a tenth of the data, by many short turns with all of it: the machine is faster at one time than at
// another, and either is compared with what stood beside it.
async function tenTimes(ours) {
  const small = await gateway(TENTH);
  const run = async (one, name) => {
    const tokens = await viewers(name, one.port);
    const words = [file(`${name}.json`, JSON.stringify(INBOX)), file(`${name}.txt`, tokens.join("\n") + "\n")];
    return () => wrk(one.port, 16, Math.max(1, Math.round(SECONDS / 4)), "inbox.lua", words);
  };
  const turns = [await run(ours, LARGE), await run(small, TENTH)];
  await turns[1]();
  const [large, tenth] = await byTurns(turns, 4 * ROUNDS);
  await stop(small);
  return { large, tenth, slower: median(tenth.rates.map((rate, n) => rate / large.rates[n])) };
}

// Ten thousand mails that are due, to a mail server that takes them: seconds until all have left, and the memory of
// the worker that sends them. On the small database, where nothing else waits to be told.
async function mails() {
  const many = 10_000;
  const server = await mailServer();
  sql(database(TENTH), `
    CREATE TEMP TABLE told AS SELECT m.id AS member_id, r.id AS subject_id FROM referral r
      JOIN member m ON m.organisation_id = r.recipient_id AND m.role = 'CASEWORKER' AND m.ended_at IS NULL
      WHERE r.state = 'SENT' LIMIT 1;
    CREATE TEMP TABLE each AS SELECT gen_random_uuid() AS event_id, gen_random_uuid() AS email_id, gen_random_uuid() AS id
      FROM generate_series(1, ${many});
    INSERT INTO event (id, kind, occurred_at, origin, fields) SELECT event_id, 'SERVICE_CHANGED', 0, 'SYSTEM', '' FROM each;
    INSERT INTO email (id, member_id, frequency, state, created_at, due_at, tries)
      SELECT email_id, member_id, 'AT_ONCE', 'QUEUED', 0, 0, 0 FROM each, told;
    INSERT INTO notification (id, member_id, event_id, kind, subject_id, created_at, email_id)
      SELECT id, member_id, event_id, 'REFERRAL_SENT', subject_id, 0, email_id FROM each, told;`);
  const began = performance.now();
  const worker = await start(PROGRAM, ["worker"], {
    DATABASE_URL: database(TENTH), THROUGHGATE_LOG: "warn", THROUGHGATE_MASTER_KEY: process.env.THROUGHGATE_MASTER_KEY,
    THROUGHGATE_SMTP_URL: `smtp://127.0.0.1:${server.port}`, THROUGHGATE_MAIL_FROM: "gate@throughgate.test",
  }, path.join(FOLDER, "mails.log"));
  // Those alone: the worker's clocks ring as well, and what they tell is to be mailed in the next morning.
  const left = () => Number(sql(database(TENTH), "SELECT count(*) FROM email WHERE created_at = 0 AND state <> 'SENT'")[0][0]);
  // Long enough to see that it takes too long.
  while (left() > 0 && performance.now() - began < 300_000) await sleep(500);
  const late = left();
  const seconds = (performance.now() - began) / 1000;
  const held = memory(worker);
  await stop(worker);
  server.stop();
  if (!late && server.taken() < many) throw new Error(`only ${server.taken()} letters arrived`);
  return { many, seconds, late, memory: held };
}

// The mail server of the tests, which says of each letter that it took it.
async function mailServer() {
  const child = spawn("node", [path.join(here, "..", "smtp.mjs"), "{}"], { stdio: ["pipe", "pipe", "inherit"] });
  let port;
  let taken = 0;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith('{"port"')) port = JSON.parse(line).port;
    if (line.startsWith('{"letter"')) taken += 1;
  });
  while (port === undefined) await sleep(10);
  return { port, taken: () => taken, stop: () => child.kill("SIGKILL") };
}

function machine() {
  const cpus = os.cpus();
  const setting = (name) => sql(database(LARGE), `SHOW ${name}`)[0][0];
  const names = ["shared_buffers", "fsync", "synchronous_commit", "full_page_writes", "max_wal_size", "work_mem", "jit"];
  return {
    cpu: cpus[0].model, cores: cpus.length, memory: Math.round(os.totalmem() / 2 ** 30),
    postgres: setting("server_version"), rustc: process.env.RUSTC_VERSION, kernel: os.release(), wrk: process.env.WRK_VERSION,
    settings: names.map((name) => `${name} = ${setting(name)}`), pool: POOL, seconds: SECONDS, rounds: ROUNDS,
    busy: os.loadavg()[0],
    rows: sql(database(LARGE), `SELECT 'organisations', count(*) FROM organisation UNION ALL SELECT 'people', count(*) FROM person
      UNION ALL SELECT 'referrals', count(*) FROM referral UNION ALL SELECT 'events', count(*) FROM event`),
    size: sql(database(LARGE), "SELECT pg_size_pretty(pg_database_size(current_database()))")[0][0],
  };
}

const about = machine();
for (const name of [LARGE, TENTH]) letIn(name);
say("start-up");
const began = await startUp();
const ours = Object.assign(await gateway(LARGE), { name: LARGE });
if (process.env.BENCH_ONLY === "refer") {
  console.log(JSON.stringify(await refer(ours), null, 2));
  await stop(ours);
  process.exit(0);
}
const theirs = await limit(LARGE);
const tokens = await viewers(LARGE, ours.port);
await sameRows(ours, theirs, tokens);
const told = { about, startUp: began, viewers: tokens.length, inbox: await inbox(ours, theirs, tokens) };
await stop(theirs);
say("the start page");
told.page = await page(ours);
say("a tenth of the data");
told.tenTimes = await tenTimes(ours);
say("ten thousand mails");
told.mails = await mails();
told.refer = await refer(ours);
told.memoryAtEnd = memory(ours);
await stop(ours);
fs.writeFileSync(path.join(FOLDER, "told.json"), JSON.stringify(told, null, 2));
write(path.join(here, "..", "..", "docs", "performance.md"), told);
say("docs/performance.md is written");
process.exit(0);
