// Is every page valid HTML, of a decent weight, and there? Starts the program given with the demonstration
// network in a folder of its own, visits it as each member, as one of them in each language, and checks what comes. With
// THROUGHGATE_TEST_ALL=1 as each member in each language.
//
//     node tests/pages.mjs target/debug/throughgate
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { crawl, members } from "./pages/crawl.mjs";
import { Visitor } from "./pages/http.mjs";

const HEAVIEST = 60_000;
const here = path.dirname(fileURLToPath(import.meta.url));
const kept = path.join(here, "..", "target", "pages");
const program = path.resolve(process.argv[2] ?? "target/debug/throughgate");
const home = fs.mkdtempSync(path.join(os.tmpdir(), "throughgate-pages-"));

const port = await new Promise((resolve) => {
  const server = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const base = `http://127.0.0.1:${port}`;
const log = fs.openSync(path.join(home, "log.txt"), "w");
const child = spawn(program, ["serve", "--demo"], {
  env: { PATH: process.env.PATH, THROUGHGATE_LISTEN: `127.0.0.1:${port}`, THROUGHGATE_DATA: path.join(home, "data") },
  stdio: ["ignore", log, log],
});
process.on("exit", () => {
  child.kill("SIGKILL");
  fs.rmSync(home, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

const nobody = new Visitor(base);
for (let tries = 0; ; tries++) {
  const answer = await nobody.get("/readyz").catch(() => undefined);
  if (answer?.status === 200) break;
  if (child.exitCode !== null || tries > 600) {
    console.error(fs.readFileSync(path.join(home, "log.txt"), "utf8"));
    console.error("The program did not start.");
    process.exit(1);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const faults = [];
const found = [];
const add = (who, pages) => pages.forEach((page) => found.push({ who, ...page }));

for (const where of ["/sign-in", "/sign-in?failed=link", "/sign-in/code?id=x", "/sign-in/code?id=x&failed=code", "/sign-in/link?id=x&key=x", "/styleguide", "/there-is-no-such-page"]) {
  const page = await nobody.get(where);
  if (page.status >= 500) faults.push(`GET ${where}: ${page.status}`);
  if (page.type.startsWith("text/html")) add("nobody", [{ path: where, ...page }]);
}
const all = members((await nobody.get("/sign-in")).body);
if (all.length === 0) faults.push("GET /sign-in offers nobody to be");
const languages = ["en", "lt", "ru"];
for (const [number, member] of all.entries()) {
  const everyLanguage = number === 0 || process.env.THROUGHGATE_TEST_ALL === "1";
  for (const language of everyLanguage ? languages : languages.slice(0, 1)) {
    add(`${number + 1}-${language}`, await crawl(base, member, language, faults));
  }
}

fs.rmSync(kept, { recursive: true, force: true });
fs.mkdirSync(kept, { recursive: true });
const checker = new HtmlValidate(new FileSystemConfigLoader());
for (const [number, page] of found.entries()) {
  const file = path.join(kept, `${String(number).padStart(4, "0")}-${page.who}.html`);
  fs.writeFileSync(file, page.body);
  if (page.weight > HEAVIEST) faults.push(`${page.path}: ${page.weight} bytes, more than ${HEAVIEST}`);
  const report = await checker.validateString(page.body, path.join(here, "page.html"));
  for (const message of report.results.flatMap((result) => result.messages)) {
    faults.push(`${page.path} (${file}:${message.line}:${message.column}) ${message.ruleId}: ${message.message}`);
  }
}

const different = new Set(faults.map((fault) => fault.replace(/\(.*?\)/, "").replace(/[0-9a-z]{20,}/gi, "{id}")));
for (const fault of faults.slice(0, 200)) console.error(fault);
console.log(`${found.length} pages as ${all.length} members, ${faults.length} faults (${different.size} different)`);
process.exit(faults.length > 0 ? 1 : 0);
