import { problemOf, statusOf, type Fault } from "#contract/fault.ts";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

const malformed = (message: string): Fault => ({ kind: "invalid", issues: [{ path: "", code: "malformed", message }] });

function faultOf(code: string | undefined): Fault {
  if (code === "HPE_HEADER_OVERFLOW") return { kind: "limitReached", limit: "size" };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return malformed("The request took too long to arrive");
  return malformed("The request is malformed");
}

/**
 * Answers what is not HTTP, has too long a head or arrives too slowly; there is no request to reply to yet. Nothing
 * is logged: the error carries the bytes that came, and with them a token.
 */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const fault = faultOf(error.code);
  const status = statusOf[fault.kind];
  const body = JSON.stringify(problemOf(fault));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "connection: close",
  ];
  if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}
