import { SMTPServer } from "smtp-server";

export interface Received {
  readonly to: string[];
  readonly content: string;
}

export interface Smtp {
  readonly url: string;
  readonly received: readonly Received[];
  readonly stop: () => Promise<void>;
}

/** A real SMTP server on this machine that keeps what it gets, or refuses every mailbox. */
export async function startSmtp(refuse = false): Promise<Smtp> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("no such mailbox") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, content: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const url = `smtp://127.0.0.1:${address instanceof Object ? address.port : 0}`;
  return { url, received, stop: async () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
