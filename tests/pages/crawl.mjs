// Walks through the pages that a member can reach by links, one of each shape, and tries each form empty.
import { Visitor } from "./http.mjs";

const MOST = 60;
const NOT_PAGES = /^\/(assets|graphql|graphiql|schema\.graphql|healthz|readyz|metrics)/;
// Forms that change who is asking or how; each has its own test.
const LEFT_ALONE = /^\/(sign-in|sign-out|act-as|language)/;

const plain = (text) =>
  text.replaceAll("&amp;", "&").replaceAll("&#38;", "&").replaceAll("&quot;", '"').replaceAll("&#x2F;", "/");

const attribute = (tag, name) => {
  const found = tag.match(new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`, "i"));
  return found ? plain(found[2] ?? found[3] ?? found[4]) : undefined;
};

export const token = (html) => {
  const input = (html.match(/<input\b[^>]*>/gi) ?? []).find((tag) => attribute(tag, "name") === "_token");
  return input ? attribute(input, "value") : undefined;
};

// Who one can be on a demonstration network, from the page that offers it.
export const members = (html) => {
  const tags = html.match(/<(input|button)\b[^>]*>/gi) ?? [];
  return tags.filter((tag) => attribute(tag, "name") === "member").map((tag) => attribute(tag, "value"));
};

// What stays when ids and texts are taken out: two referrals are one page, two filters another.
export const shape = (path) => {
  const url = new URL(path, "http://page");
  const parts = url.pathname.split("/").map((part) => (/\d/.test(part) || part.length > 24 ? "{id}" : part));
  const keys = [...new Set(url.searchParams.keys())].sort();
  return parts.join("/") + (keys.length > 0 ? `?${keys.join("&")}` : "");
};

const links = (html, from) =>
  (html.match(/<a\b[^>]*>/gi) ?? [])
    .map((tag) => attribute(tag, "href"))
    .filter((href) => href && !href.startsWith("#"))
    .map((href) => new URL(href, new URL(from, "http://page")))
    .filter((url) => url.host === "page" && !NOT_PAGES.test(url.pathname))
    .map((url) => url.pathname + url.search);

const actions = (html, from) =>
  (html.match(/<form\b[^>]*>/gi) ?? [])
    .filter((tag) => (attribute(tag, "method") ?? "get").toLowerCase() === "post")
    .map((tag) => new URL(attribute(tag, "action") ?? from, new URL(from, "http://page")))
    .filter((url) => url.host === "page" && !LEFT_ALONE.test(url.pathname))
    .map((url) => url.pathname + url.search);

// Answers [{ path, status, weight, body }] of all pages seen; `faults` collects what was wrong with them.
export async function crawl(base, member, language, faults) {
  const visitor = new Visitor(base);
  visitor.cookies.set("language", language);
  const pages = [];
  const door = await visitor.get("/sign-in");
  const entered = await visitor.post("/sign-in", { _token: token(door.body) ?? "", member });
  if (entered.status !== 303) {
    faults.push(`POST /sign-in as ${member}: ${entered.status}, not 303`);
    return pages;
  }
  const queue = ["/"];
  const seen = new Set(["/"]);
  const forms = new Map();
  while (queue.length > 0 && pages.length < MOST) {
    const path = queue.shift();
    const page = await visitor.get(path);
    if (page.status >= 300 && page.status < 400 && page.location) {
      const onward = new URL(page.location, base);
      if (onward.host === new URL(base).host) enqueue(onward.pathname + onward.search, queue, seen);
      continue;
    }
    if (page.status !== 200) faults.push(`GET ${path}: ${page.status}`);
    if (!page.type.startsWith("text/html")) continue;
    pages.push({ path, ...page });
    for (const link of links(page.body, path)) enqueue(link, queue, seen);
    for (const action of actions(page.body, path)) {
      if (!forms.has(shape(action))) forms.set(shape(action), { action, token: token(page.body) });
    }
  }
  for (const { action, token } of forms.values()) {
    const page = await visitor.post(action, { _token: token ?? "" });
    if (page.status >= 500) faults.push(`POST ${action} with nothing in it: ${page.status}`);
    if (page.type.startsWith("text/html")) pages.push({ path: `${action} (empty form)`, ...page });
  }
  return pages;
}

function enqueue(path, queue, seen) {
  const key = shape(path);
  if (!seen.has(key)) {
    seen.add(key);
    queue.push(path);
  }
}
