// One visitor without a browser: keeps cookies, counts what really goes over the wire, follows nothing.
import http from "node:http";
import zlib from "node:zlib";

export class Visitor {
  constructor(base) {
    this.base = base;
    this.cookies = new Map();
  }

  // Answers { status, location, type, weight, body }; weight is the body's bytes as they were sent.
  request(method, path, fields) {
    const body = fields ? new URLSearchParams(fields).toString() : "";
    const headers = { "accept": "text/html", "accept-encoding": "gzip", "connection": "close" };
    if (this.cookies.size > 0) {
      headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    }
    if (fields) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      headers["content-length"] = Buffer.byteLength(body);
    }
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, this.base), { method, headers, timeout: 20_000 }, (answer) => {
        const parts = [];
        answer.on("error", reject);
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => {
          this.keep(answer.headers["set-cookie"] ?? []);
          const sent = Buffer.concat(parts);
          const gzipped = answer.headers["content-encoding"] === "gzip";
          resolve({
            status: answer.statusCode,
            location: answer.headers.location,
            type: answer.headers["content-type"] ?? "",
            weight: sent.length,
            body: (gzipped ? zlib.gunzipSync(sent) : sent).toString("utf8"),
          });
        });
      });
      request.on("timeout", () => request.destroy(new Error(`${method} ${path} took too long`)));
      request.on("error", reject);
      request.end(body);
    });
  }

  keep(lines) {
    for (const line of lines) {
      const [pair, ...rest] = line.split(";");
      const at = pair.indexOf("=");
      const over = rest.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
      if (over) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
  }

  get(path) {
    return this.request("GET", path);
  }

  post(path, fields) {
    return this.request("POST", path, fields);
  }
}
