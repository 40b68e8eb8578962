import type { FastifyRequest } from "fastify";

/** Methods whose bodies are never read, whatever a header says. */
const bodyless = new Set(["GET", "HEAD", "TRACE"]);

/**
 * Whether a body is announced by its type alone. Without a length and without chunks HTTP has none, and none is ever
 * emitted (`optimizeEmptyRequests`): whoever read it would wait for ever.
 */
export const lacksBody = ({ method, headers }: FastifyRequest): boolean =>
  headers["content-type"] !== undefined &&
  headers["content-length"] === undefined &&
  headers["transfer-encoding"] === undefined &&
  !bodyless.has(method);

/** Answered as an empty body is. */
export const missingBody = (): Error => Object.assign(new Error("The body is missing"), { statusCode: 400 });
