// Writes docs/performance.md out of what was measured, and nothing else.
import fs from "node:fs";

const number = (value) => Math.round(value).toLocaleString("en-GB");
const tenth = (value) => value.toFixed(1);
const share = (row) => row.ours.rate / row.limit.rate;

const table = (heads, rows) =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function contest(rows, target, unit) {
  const heads = ["connections", `gateway, ${unit}`, `limit, ${unit}`, "share", "target", "gateway p50", "p99", "limit p50", "p99"];
  return table(heads, rows.map((row) => [
    row.connections, number(row.ours.rate), number(row.limit.rate), share(row).toFixed(2),
    row.connections === 16 ? target.toFixed(2) : "",
    ...[row.ours.p50, row.ours.p99, row.limit.p50, row.limit.p99].map((time) => `${tenth(time)} ms`),
  ]));
}

const at16 = (part) => share(part.table.find((row) => row.connections === 16));
const spread = (part) => part.table.map((row) => {
  const range = (one) => `${number(Math.min(...one.rates))} to ${number(Math.max(...one.rates))}`;
  return `${row.connections} connections: gateway ${range(row.ours)}, limit ${range(row.limit)}`;
}).join("; ");

// What the limit of the inbox does at 16 connections on the machine for which the page's processor time was set.
const REFERENCE = 1_520;

// Each target beside what was measured, and whether it holds.
function targets(told) {
  const slower = told.tenTimes.slower;
  return [
    ["my inbox, share of the limit at 16 connections", "at least 0.70", at16(told.inbox).toFixed(2), at16(told.inbox) >= 0.7],
    ["refer and accept, share of the limit at 16 connections", "at least 0.60", at16(told.refer).toFixed(2), at16(told.refer) >= 0.6],
    ["memory after the inbox at 64 connections", "under 120 MB", `${number(told.inbox.memory)} MB`, told.inbox.memory < 120],
    ["start, from the call to the first answer", "under 1,000 ms", `${number(told.startUp)} ms`, told.startUp < 1000],
    ["the start page, processor time over its queries", "at most 1 ms", `${told.page.over.toFixed(2)} ms`, told.page.over <= 1],
    ["my inbox on ten times the data, time", "at most 1.2 times", `${slower.toFixed(2)} times`, slower <= 1.2],
    ["my inbox, statements a request, the viewer's included", "at most 4", told.inbox.statements.toFixed(2), told.inbox.statements <= 4],
    ["ten thousand mails to a server that takes them", "under 120 s", `${tenth(told.mails.seconds)} s${told.mails.late ? `, and ${told.mails.late} are still there` : ""}`, told.mails.seconds < 120],
    ["memory of the worker that sends them", "under 100 MB", `${number(told.mails.memory)} MB`, told.mails.memory < 100],
  ];
}

export function write(file, told) {
  const { about, inbox, refer, page, tenTimes } = told;
  const rate16 = inbox.table.find((row) => row.connections === 16).limit.rate;
  const judged = targets(told);
  const missed = judged.filter((row) => !row[3]).map((row) => `- ${row[0]}: ${row[2]}, wanted ${row[1]}.`);
  const counts = about.rows.map(([what, count]) => `${number(Number(count))} ${what}`).join(", ");
  const busy = about.busy > 0.5 ? ` When it began, ${tenth(about.busy)} other tasks were running on average, which makes all rates lower.` : "";
  fs.writeFileSync(file, `# How fast it is

Written by \`make bench\` from what it measured on ${new Date().toISOString().slice(0, 10)}. Every number below comes from that one run.

## Targets

${table(["what", "target", "measured", "holds"], judged.map((row) => [...row.slice(0, 3), row[3] ? "yes" : "**no**"]))}

${missed.length ? `Missed:\n\n${missed.join("\n")}` : "All of them hold."}

## My inbox

The 25 most urgent referrals that wait for a case worker, with reference, state, priority, date, pseudonym, service,
both organisations with their provinces, and the last three events of each. ${told.viewers} case workers ask by turns, each from an
organisation of its own whose first page is full.

The *limit* is a program that runs the best single statement for the same rows under the same visibility (side,
assignment, open grant, active agreement, live ground and consent), lets PostgreSQL build the JSON and passes it on over
HTTP. Before measuring, the rows of both are compared for every one of these case workers.

${contest(inbox.table, 0.7, "requests/s")}

The gateway uses ${number(inbox.processor)} µs of processor a request and ${inbox.statements.toFixed(2)} statements. It holds ${number(inbox.memory)} MB after 64 connections.
Lowest and highest of the rounds: ${spread(inbox)}.

## Refer and accept

A case worker refers a person to a service, the recipient accepts: two mutations, two transactions, ${refer.statements.join(" and ")} statements in
them, the journal's included. The *limit* is a bare driver that runs the statements of these two transactions, taken from
PostgreSQL's log of the gateway, for other people, without HTTP, without GraphQL, without sealing anything and without
looking at an answer. No worker takes into the journal meanwhile what either writes: it does the same for both, and beside
the limit it would leave the more of it for the gateway's turn. Latencies are those of one of the two steps.

${contest(refer.table, 0.6, "pairs/s")}

Lowest and highest of the rounds: ${spread(refer)}.
As it is in life, with a worker beside it, the gateway does ${number(refer.beside.rate)} pairs/s at 16 connections, p50 ${refer.beside.p50.toFixed(1)} ms, p99 ${refer.beside.p99.toFixed(1)} ms.

## The rest

${table(["what", "measured"], [
    ["start on the loaded database, median of five", `${number(told.startUp)} ms`],
    ["memory after everything here", `${number(told.memoryAtEnd)} MB`],
    ["the start page, processor time", `${page.page.toFixed(2)} ms`],
    ["of that its three queries", `${page.queries.toFixed(2)} ms`],
    ["my inbox at 16 connections, all of the data", `${number(tenTimes.large.rate)} requests/s`],
    ["my inbox at 16 connections, a tenth of the data", `${number(tenTimes.tenth.rate)} requests/s`],
  ])}

A query's own processor time is that of its request over HTTP less that of a request that asks nothing (\`/healthz\`);
the queries together are counted with one such request, as the page has one. The target was set on a machine on which the
limit of the inbox answers ${number(REFERENCE)} requests/s at 16 connections; on this one it answers ${number(rate16)}.

## The machine, and how it was done

${about.cpu}, ${about.cores} cores, ${about.memory} GB; Linux ${about.kernel}; PostgreSQL ${about.postgres}; ${about.rustc}; ${about.wrk}.
Load generator, gateway or limit, and PostgreSQL share these cores and talk over loopback.${busy}

The database: ${counts}; ${about.size}. PostgreSQL: ${about.settings.join(", ")}; for both contestants the same,
with ${about.pool} connections and one plan for all values (\`plan_cache_mode = force_generic_plan\`). Each figure is the median of ${about.rounds} rounds
of ${about.seconds} seconds, the contestants by turns. One thread of wrk asks.
`);
}
