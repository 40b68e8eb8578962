import type { FastifyRequest } from "fastify";
import { isIP } from "node:net";
import type { Caller } from "../dispatch/services.ts";

/** The token of `Authorization: Bearer …`; anything else, however malformed, is no token. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? "")?.[1] ?? null;
}

const single = (header: string | string[] | undefined): string | null =>
  typeof header === "string" && header.length > 0 ? header : null;

/** The caller's address; a proxy that names something else than one is passed over for the connection's own. */
const addressOf = ({ ip, socket }: FastifyRequest): string => (isIP(ip) === 0 ? (socket.remoteAddress ?? "") : ip);

const isAuthorization = (name: string): boolean => name.length === 13 && name.toLowerCase() === "authorization";

/** Node keeps the first of several; something in front of this server may have looked at another one. */
function statesOneAuthorization({ raw: { rawHeaders } }: FastifyRequest): boolean {
  let stated = 0;
  // Names and values in turn.
  for (let at = 0; at < rawHeaders.length; at += 2) if (isAuthorization(rawHeaders[at] ?? "")) stated += 1;
  return stated === 1;
}

/** Who calls, as this request tells it. */
export function callerOf(request: FastifyRequest): Caller {
  return {
    requestId: request.id,
    address: addressOf(request),
    userAgent: single(request.headers["user-agent"]) ?? "",
    token: statesOneAuthorization(request) ? bearerOf(request.headers.authorization) : null,
    idempotencyKey: single(request.headers["idempotency-key"]),
    basis: single(request.headers["if-match"]),
    now: new Date(),
  };
}
