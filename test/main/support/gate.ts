import { once } from "node:events";
import { connect, createServer, Socket, type Server } from "node:net";
import { steadyPort } from "#test/support/steadyPort.ts";
import { onTestFinished } from "vitest";

/** A way to a server that can be shut and opened again while the server runs on. */
export interface Gate {
  readonly url: string;
  readonly shut: () => Promise<void>;
  /** Connections stay, and are taken, but nothing gets through any more until it is shut and opened. */
  readonly silence: () => void;
  readonly open: () => Promise<void>;
}

export async function gateTo(url: string): Promise<Gate> {
  const behind = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let silent = false;
  const both = (near: Socket): void => {
    const far = silent ? new Socket() : connect(behind, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      // One that breaks off is closed as well.
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    if (!silent) near.pipe(far).pipe(near);
  };
  let server: Server = createServer(both);
  const port = await steadyPort();
  const listen = async (): Promise<void> => {
    server = createServer(both).listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  await listen();
  const shut = async () => {
    if (!server.listening) return;
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, "close");
  };
  onTestFinished(shut);
  return {
    url: `http://127.0.0.1:${port}`,
    shut,
    silence: () => {
      silent = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    open: async () => {
      silent = false;
      await listen();
    },
  };
}
