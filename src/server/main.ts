import { createLog } from "./log.ts";
import { readOptions, usage, type ServerOptions } from "./options.ts";
import { startServer } from "./server.ts";

/** One sentence for whoever started the server, and exit code 2. */
function giveUp(error: unknown, hint: string): never {
  const sentence = error instanceof Error && error.message !== "" ? error.message : "The server could not start.";
  process.stderr.write(`${sentence.split("\n")[0] ?? ""}${hint}\n`);
  process.exit(2);
}

function optionsOrGiveUp(): ServerOptions {
  if (process.argv.includes("--help")) {
    process.stderr.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    return giveUp(error, " See --help.");
  }
}

/** Says which database was not reached without repeating its address, which holds a password. */
function startProblem(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return new Error("The port is in use: choose another with --port.");
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|28|3D000|57P03|08)/.test(code)) {
    return new Error(`The database cannot be reached (${code}): check DATABASE_URL.`);
  }
  return error;
}

const options = optionsOrGiveUp();
const log = createLog(options.logLevel);
try {
  const server = await startServer(options, log);
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, "stopping");
      void server.stop().then(() => process.exit(0));
    });
  }
  // Last: whoever reads this line may end the server at once, and then cleanly.
  process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
} catch (error) {
  log.debug({ err: error }, "start failed");
  giveUp(startProblem(error), "");
}
