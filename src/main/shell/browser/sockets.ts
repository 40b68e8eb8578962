import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { z } from "zod";
import type { Desktop } from "../../desktop/desktop.ts";
import { parsedJson } from "../../remote/faults.ts";
import { judgeSocket, type Gate } from "./guard.ts";

const Request = z.strictObject({
  id: z.int().min(0),
  name: z.string().max(80),
  input: z.unknown(),
  given: z.unknown().optional(),
});
/** An image for a logo, or a list of thousands of people to invite. */
const largestMessage = 4 * 1024 * 1024;
const policyViolation = 1008;

type Served = Pick<Desktop, "answer" | "subscribe" | "state">;

/** The bridge of every open window, over its WebSocket. */
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createSockets(desktop: Served, gate: () => Gate): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  return {
    upgrade: (request, socket, head) => {
      // From here on nobody else hears of its errors, and one unheard would end the whole shell.
      socket.on("error", () => socket.destroy());
      if (request.url !== "/bridge" || judgeSocket(request.headers, gate()) !== "allowed") {
        socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, (window) => serveWindow(window, desktop));
    },
    close: () => {
      for (const window of server.clients) window.terminate();
      server.close();
    },
  };
}

function serveWindow(window: WebSocket, desktop: Served): void {
  const tell = (message: object) => {
    if (window.readyState === window.OPEN) window.send(JSON.stringify(message));
  };
  const unsubscribe = desktop.subscribe((event) => tell({ event }));
  window.on("close", unsubscribe);
  window.on("error", () => window.terminate());
  window.on("message", (data) => {
    const request = Request.safeParse(parsedJson(textOf(data)));
    if (!request.success) return window.close(policyViolation);
    const { id, name, input, given } = request.data;
    void desktop.answer(name, input, given).then((answer) => tell({ id, answer }));
  });
  // A window that connects again has missed what came between.
  tell({ event: { type: "state", state: desktop.state() } });
}

const textOf = (data: RawData): string => {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString("utf8");
};
