import { createServer, request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

export interface Line {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A line to a server that writes something else into some of its answers, as whoever sits between could. */
export async function forgingLine(
  serverUrl: string,
  isForged: (path: string) => boolean,
  forge: (body: string) => string,
): Promise<Line> {
  const line = createServer((asked, answer) => {
    const { method, url = "", headers } = asked;
    const onward = request(new URL(url, serverUrl), { method, headers }, (given: IncomingMessage) => {
      const { "content-length": length, ...others } = given.headers;
      if (isForged(url) && given.statusCode === 200) {
        answer.writeHead(200, others);
        void text(given).then((body) => answer.end(forge(body)));
        return;
      }
      answer.writeHead(given.statusCode ?? 502, length === undefined ? others : given.headers);
      given.pipe(answer);
      answer.once("close", () => given.destroy());
    });
    onward.once("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const address = line.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      line.closeAllConnections();
      await new Promise((resolve) => line.close(resolve));
    },
  };
}
