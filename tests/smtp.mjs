// A mail server on this machine, with the moods that mail servers have. Says on its output where it listens,
// and of each letter that it took what came; ends with its input.
//
//     node tests/smtp.mjs '{"security":"starttls","key":"…","cert":"…"}'
import fs from "node:fs";
import { SMTPServer } from "smtp-server";

const mood = {
  security: "none", // none, starttls or tls
  key: undefined,
  cert: undefined,
  user: undefined, // with its password: nobody else may send
  password: undefined,
  greylist: false, // the first try of each receiver is put off
  refuse: undefined, // this receiver is unknown
  reject: undefined, // a letter to this receiver is not taken
  deny: false, // nobody may send
  drop: 0, // so many letters break off in the middle
  slow: 0, // milliseconds until a letter is taken
  mute: undefined, // the first letter to this receiver is taken, and the line breaks before the yes
  ...JSON.parse(process.argv[2] ?? "{}"),
};
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const no = (code, words) => Object.assign(new Error(words), { responseCode: code });
const met = new Set();
let connections = 0;

const server = new SMTPServer({
  secure: mood.security === "tls",
  hideSTARTTLS: mood.security !== "starttls",
  ...(mood.key ? { key: fs.readFileSync(mood.key), cert: fs.readFileSync(mood.cert) } : {}),
  authOptional: !mood.user,
  disableReverseLookup: true,
  logger: false,
  closeTimeout: 500,
  onConnect(_, done) {
    connections += 1;
    say({ connections });
    done();
  },
  onClose() {
    connections -= 1;
  },
  onAuth({ username, password }, _, done) {
    const right = username === mood.user && password === mood.password;
    done(right ? null : no(535, "5.7.8 wrong name or password"), right ? { user: username } : undefined);
  },
  onMailFrom(_, __, done) {
    done(mood.deny ? no(550, "5.7.1 you may not send from there") : null);
  },
  onRcptTo({ address }, _, done) {
    if (address === mood.refuse) return done(no(550, "5.1.1 nobody here by that name"));
    if (mood.greylist && !met.has(address)) {
      met.add(address);
      say({ putOff: address });
      return done(no(451, "4.7.1 come again later"));
    }
    done();
  },
  onData(stream, session, done) {
    const to = session.envelope.rcptTo.map((receiver) => receiver.address);
    const parts = [];
    const breakOff = () => {
      for (const connection of server.connections) if (connection.session === session) connection._socket.destroy();
    };
    if (mood.drop > 0) {
      mood.drop -= 1;
      say({ dropped: to[0] });
      stream.once("data", breakOff);
      stream.resume();
      return;
    }
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      if (to.includes(mood.reject)) return done(no(554, "5.6.0 not such letters"));
      setTimeout(() => {
        say({ letter: { to, from: session.envelope.mailFrom.address, secure: session.secure, text: Buffer.concat(parts).toString() } });
        if (to.includes(mood.mute)) {
          mood.mute = undefined;
          breakOff();
        } else done();
      }, mood.slow);
    });
  },
});
server.on("error", (error) => say({ error: error.message }));
server.listen(mood.port ?? 0, "127.0.0.1", () => say({ port: server.server.address().port }));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
