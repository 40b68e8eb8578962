import pino, { type DestinationStream, type Logger } from "pino";

const secrets = [
  "password",
  "newPassword",
  "currentPassword",
  "token",
  "refreshToken",
  "accessToken",
  "code",
  "invitationToken",
  "challenge",
  "secret",
  "uri",
  "recoveryCodes",
];

/** Where PostgreSQL repeats the row that failed: addresses, and digests of passwords and links among it. */
const repeating = new Set(["detail", "where", "internalQuery"]);

/** An error as it is logged; PostgreSQL's and Node's code under a name that no secret bears. */
const told = (error: Error): object =>
  Object.fromEntries(
    Object.entries(pino.stdSerializers.err(error))
      .filter(([field]) => !repeating.has(field))
      .map(([field, value]) => [field === "code" ? "errorCode" : field, value]),
  );

const toStandardError = (): DestinationStream => pino.destination({ fd: 2, sync: false });

/** Logs as JSON lines to standard error; standard output is for the one line that says where the server listens. */
export function createLog(level: string, to: DestinationStream = toStandardError()): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: told },
      redact: {
        paths: [...secrets, ...secrets.map((name) => `*.${name}`), "req.headers.authorization"],
        censor: "[secret]",
      },
    },
    to,
  );
}
