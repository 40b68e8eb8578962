import path from "node:path";
import { parseArgs } from "node:util";

/** How this server runs. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  /** `smtp://…`, `smtps://…` or `file:DIR`. */
  readonly mail: string;
  readonly mailFrom: string;
  /** Null: the address it listens on. */
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** What signs heads of audit logs: the key in the data folder, or one given for several servers on one database. */
  readonly auditKey: { readonly given: string | null; readonly formerlyGiven: string | null; readonly rotate: boolean };
  /** Null: the one in the data folder. */
  readonly secretKey: string | null;
  /** Whether keys that do not fit the database replace those that it knows: the former ones are lost. */
  readonly acceptNewKeys: boolean;
}

export const usage = `Usage: npm run server -- [options]
  --port N          port to listen on; 0 chooses a free one (4680)
  --host HOST       address to listen on (127.0.0.1)
  --data-dir DIR    data folder of the embedded PostgreSQL (.orgdesk)
  --mail WHERE      smtp://HOST:PORT, smtps://HOST:PORT or file:DIR (file: in the data folder)
  --mail-from ADDR  sender of mails (Orgdesk <orgdesk@localhost>)
  --public-url URL  where people reach this server; links in mails start with it
  --trust-proxy     take the caller's address from X-Forwarded-For
  --log-level L     trace, debug, info, warn, error, fatal or silent (info)
  --rotate-audit-key  sign audit logs with a new key from now on, which the former one vouches for
  --accept-new-keys start although the keys are not those that the database knows, because those are lost
  ORGDESK_AUDIT_KEY use this Ed25519 key (PKCS#8, PEM or base64) instead of the one in the data folder;
                    several servers on one database need the same. ORGDESK_AUDIT_FORMER_KEY vouches for it
  ORGDESK_SECRET_KEY  seal secrets of second factors with these 32 bytes (base64) instead of the key in the data
                    folder; several servers on one database need the same
  DATABASE_URL      use this PostgreSQL (15 or newer) instead of the embedded one`;

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port takes a whole number from 0 to 65535, not '${text}'.`);
}

function urlOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/$/, "");
  throw new Error(`--public-url takes an address that starts with http:// or https://, not '${text}'.`);
}

/**
 * Reads the command line and the environment.
 * @throws Error with one sentence that says which option is wrong
 */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4680" },
      host: { type: "string", default: "127.0.0.1" },
      "data-dir": { type: "string", default: ".orgdesk" },
      mail: { type: "string" },
      "mail-from": { type: "string", default: "Orgdesk <orgdesk@localhost>" },
      "public-url": { type: "string" },
      "trust-proxy": { type: "boolean", default: false },
      "log-level": { type: "string", default: "info" },
      "rotate-audit-key": { type: "boolean", default: false },
      "accept-new-keys": { type: "boolean", default: false },
    },
  });
  const level = values["log-level"];
  if (!levels.includes(level)) throw new Error(`--log-level is one of ${levels.join(", ")}, not '${level}'.`);
  const dataDir = path.resolve(values["data-dir"]);
  const databaseUrl = environment["DATABASE_URL"];
  return {
    host: values.host,
    port: portOf(values.port),
    dataDir,
    databaseUrl: databaseUrl === undefined || databaseUrl === "" ? null : databaseUrl,
    mail: values.mail ?? `file:${path.join(dataDir, "mail")}`,
    mailFrom: values["mail-from"],
    publicUrl: urlOf(values["public-url"]),
    trustProxy: values["trust-proxy"],
    logLevel: level,
    auditKey: {
      given: environment["ORGDESK_AUDIT_KEY"] || null,
      formerlyGiven: environment["ORGDESK_AUDIT_FORMER_KEY"] || null,
      rotate: values["rotate-audit-key"],
    },
    secretKey: environment["ORGDESK_SECRET_KEY"] || null,
    acceptNewKeys: values["accept-new-keys"],
  };
}
