// Bundles what a browser keeps: styles.css, app.js, icons.svg and icon.svg, into the folder named on the command line.
import { buildSync } from "esbuild";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.argv[2];
if (!out) throw new Error("usage: node build.mjs FOLDER");

// The last browsers that the oldest computers of our users can run.
const target = ["chrome109", "firefox115"];
for (const [from, to] of [["assets/styles.css", "styles.css"], ["assets/app.js", "app.js"]]) {
  buildSync({ entryPoints: [from], outfile: join(out, to), bundle: true, minify: true, target, logLevel: "warning" });
}

// Only the icons that pages use; a stroke's width and colour come from the stylesheet.
const names = JSON.parse(readFileSync("assets/icons.json", "utf8"));
const symbols = names.map((name) => {
  const drawing = readFileSync(join("node_modules/lucide-static/icons", `${name}.svg`), "utf8");
  const inside = drawing.replace(/<!--.*?-->/gs, "").match(/<svg[^>]*>(.*)<\/svg>/s);
  if (!inside) throw new Error(`${name}.svg is not the drawing that was expected`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside[1].replace(/\s+/g, " ").replace(/ ?(\/?)> ?/g, "$1>").trim()}</symbol>`;
});
writeFileSync(
  join(out, "icons.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, lucide.dev, ISC licence -->${symbols.join("")}</svg>`,
);
copyFileSync("assets/icon.svg", join(out, "icon.svg"));
