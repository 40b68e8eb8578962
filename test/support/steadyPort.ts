import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below the ports that systems lend to connections and to whoever asks for any. */
const [from, to] = [20_000, 30_000];

/**
 * A free port for a server that is stopped and started again. One that the system lent could be lent to somebody else
 * meanwhile.
 */
export async function steadyPort(): Promise<number> {
  const server = createServer();
  for (;;) {
    const port = randomInt(from, to);
    server.listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch {
      continue;
    }
    server.close();
    await once(server, "close");
    return port;
  }
}
