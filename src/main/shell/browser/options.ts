import { parseArgs } from "node:util";
import { checkServerUrl } from "../../remote/server-url.ts";

export interface BrowserShellOptions {
  readonly port: number;
  readonly open: boolean;
  /** Print the address as one line of JSON and never open a window. */
  readonly json: boolean;
  readonly dataDir: string | null;
  /** Server to use in this run. */
  readonly server: string | null;
}

const usage =
  "Options: --port NUMBER, --no-open, --json, --data-dir FOLDER, --server URL (use this server in this run).";

/** The shell's command line, or one sentence on what is wrong with it. */
export function browserShellOptions(args: string[]): BrowserShellOptions | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string", default: "0" },
        "no-open": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        "data-dir": { type: "string" },
        server: { type: "string" },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return `--port needs a number from 0 to 65535. ${usage}`;
    const server = values.server === undefined ? null : checkServerUrl(values.server);
    if (server !== null && !server.ok) return `--server needs the address of a server. ${usage}`;
    return {
      port,
      open: !values["no-open"] && !values.json,
      json: values.json,
      dataDir: values["data-dir"] ?? null,
      server: server?.value ?? null,
    };
  } catch {
    return `These options are not known. ${usage}`;
  }
}
