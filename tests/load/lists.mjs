// Sends a list up through the gateway of a server of its own, as a page does, takes it when it is judged, and prints
// on one line the seconds until it was judged, the seconds until it was written, and the megabytes at most.
//
//     node tests/load/lists.mjs target/release/throughgate list.csv rows e-mail
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";

const [program, list, rows, email] = process.argv.slice(2);
const port = await new Promise((resolve) => {
  const server = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const base = `http://127.0.0.1:${port}`;
const token = execFileSync(program, ["token", "create", "--member", email], { encoding: "utf8" }).trim();
const env = { ...process.env, THROUGHGATE_LISTEN: `127.0.0.1:${port}`, THROUGHGATE_PUBLIC_URL: base };
const server = spawn(program, ["serve"], { env, stdio: ["ignore", 2, 2] });
process.on("exit", () => server.kill("SIGKILL"));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const stop = (why) => {
  console.error(why);
  process.exit(1);
};

async function ask(query, variables) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(`${base}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await answer.json();
  if (errors) stop(JSON.stringify(errors));
  return data;
}

// Seconds until the list is in the state, counted from `begun`.
async function until(state, id, begun) {
  for (;;) {
    const query = "query ($id: ID!) { import(id: $id) { state version counts { new imported } } }";
    const seen = (await ask(query, { id })).import;
    const seconds = (performance.now() - begun) / 1000;
    if (seen.state === state) return { seconds: seconds.toFixed(1), ...seen };
    if (seen.state === "UNREADABLE" || seconds > 600) stop(`the list is ${seen.state} after ${seconds} s`);
    await rest(100);
  }
}

for (let tries = 0; ; tries++) {
  if (await fetch(`${base}/readyz`).then((answer) => answer.ok, () => false)) break;
  if (server.exitCode !== null || tries > 300) stop("the program did not start");
  await rest(100);
}
const ticket = "mutation { importUploadCreate(input: { kind: PEOPLE }) { ticket { importId path } } }";
const { importId, path } = (await ask(ticket)).importUploadCreate.ticket;
let begun = performance.now();
const sent = await fetch(`${base}${path}?name=list.csv`, { method: "PUT", body: fs.readFileSync(list) });
if (sent.status !== 201) stop(`the file was answered by ${sent.status}`);
const judged = await until("VALIDATED", importId, begun);
if (judged.counts.new !== Number(rows)) stop(`${judged.counts.new} rows are new, not ${rows}`);
begun = performance.now();
const take = "mutation ($input: ImportApplyInput!) { importApply(input: $input) { errors { code } } }";
const { errors } = (await ask(take, { input: { importId, version: judged.version } })).importApply;
if (errors.length > 0) stop(JSON.stringify(errors));
const done = await until("DONE", importId, begun);
if (done.counts.imported !== Number(rows)) stop(`${done.counts.imported} rows are written, not ${rows}`);
const memory = fs.readFileSync(`/proc/${server.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1];
console.log(judged.seconds, done.seconds, Math.round(memory / 1024));
process.exit(0);
