import { problemOf, statusOf, type Fault } from "#contract/fault.ts";
import type { FastifyReply } from "fastify";

/** Answers with an RFC 9457 problem document. */
export function sendFault(reply: FastifyReply, fault: Fault): FastifyReply {
  if (fault.kind === "limitReached" && fault.retryAfter !== undefined) {
    reply.header("retry-after", String(fault.retryAfter));
  }
  if (fault.kind === "unauthenticated") reply.header("www-authenticate", "Bearer");
  return reply
    .code(statusOf[fault.kind])
    .type("application/problem+json")
    .send(JSON.stringify(problemOf(fault)));
}

/** What went wrong before an operation was reached: malformed JSON, wrong media type, too large, broken path. */
export function faultOfHttp({ statusCode }: { readonly statusCode?: number }): Fault {
  if (statusCode === 413) return { kind: "limitReached", limit: "size" };
  if (statusCode === undefined || statusCode >= 500) return { kind: "internal" };
  const message = statusCode === 415 ? "Send application/json" : "The request is malformed";
  return { kind: "invalid", issues: [{ path: "", code: "malformed", message }] };
}
