import pino, { type Logger } from "pino";

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

/** Logs as JSON lines to standard error; standard output is for the one line that says where the server listens. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [...secrets, ...secrets.map((name) => `*.${name}`), "req.headers.authorization"],
        censor: "[secret]",
      },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
