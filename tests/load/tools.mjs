// What the measurements are made with: programs that run and end with us, the database, wrk, processor time and
// memory as the kernel counts them.
import { execFile, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const here = path.dirname(fileURLToPath(import.meta.url));
const running = new Set();

process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

export const say = (text) => console.error(text);
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function start(command, words, env, log) {
  const out = fs.openSync(log, "a");
  const child = spawn(command, words, { env: { PATH: process.env.PATH, ...env }, stdio: ["ignore", out, out] });
  fs.closeSync(out);
  running.add(child);
  child.gone = new Promise((resolve) => child.once("exit", resolve));
  return child;
}

export async function stop(child) {
  child.kill("SIGTERM");
  await Promise.race([child.gone, sleep(12_000)]);
  child.kill("SIGKILL");
  running.delete(child);
}

// A request; the status and the body.
export function ask(port, where, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path: where, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.on("error", reject).end(body);
  });
}

export async function graphql(port, headers, asked) {
  const { text } = await ask(port, "/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(asked),
  });
  return JSON.parse(text);
}

// Until it answers; milliseconds since the call.
export async function answers(port, where, child, within = 20_000) {
  const began = performance.now();
  while (performance.now() - began < within) {
    if (child.exitCode !== null) break;
    const answer = await ask(port, where).catch(() => null);
    if (answer) return performance.now() - began;
    await sleep(2);
  }
  throw new Error(`nothing answered on port ${port}`);
}

// The rows that a statement gives, each an array of texts.
export function sql(database, statement) {
  const words = ["-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement];
  const out = execFileSync("psql", words, { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] });
  return out.split("\n").filter(Boolean).map((line) => line.split("\t"));
}

// Runs a load generator, which ends with a line RESULT: how many, microseconds, failures, and the latency's median
// and 99th percentile in microseconds.
export async function load(command, words) {
  const text = await new Promise((resolve, reject) => {
    const child = execFile(command, words, { maxBuffer: 1 << 26 }, (error, out, err) =>
      error ? reject(new Error(`${command} ended with ${error.signal ?? error.code}: ${err || out}`)) : resolve(out),
    );
    running.add(child);
    child.once("exit", () => running.delete(child));
  });
  const found = /^RESULT (\d+) (\d+) (\d+) (\d+) (\d+) ?(.*)$/m.exec(text);
  if (!found) throw new Error(`${command} reported nothing:\n${text}`);
  const [count, microseconds, failed, p50, p99] = found.slice(1, 6).map(Number);
  if (failed || found[6]) throw new Error(`${failed} requests failed: ${found[6]}`);
  if (!count) throw new Error(`${command} got no answer`);
  return { rate: count / (microseconds / 1e6), count, p50: p50 / 1000, p99: p99 / 1000 };
}

export function wrk(port, connections, seconds, script, words, more = []) {
  const lua = ["-s", path.join(here, script), `http://127.0.0.1:${port}/`, "--", ...words];
  return load("wrk", ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "--timeout", "10s", ...more, ...lua]);
}

// Processor time that a process has used so far, in microseconds.
export function processor(child) {
  const tasks = `/proc/${child.pid}/task`;
  const nanoseconds = fs.readdirSync(tasks).map((task) => Number(fs.readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]));
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1000;
}

// Memory that a process holds now, in megabytes.
export function memory(child) {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
}

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

// An id as the API shows it.
export function shown(kind, uuid) {
  let number = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let text = "";
  for (let digit = 0; digit < 26; digit++, number >>= 5n) text = DIGITS[Number(number & 31n)] + text;
  return `${kind}_${text}`;
}
