import { Problem, type Fault } from "#contract/fault.ts";
import { isAxiosError } from "axios";
import { z } from "zod";

/** A whole answer of a server, whatever its status. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The fault that an answer other than 2xx stands for: its problem document, or else what its status says. */
export function faultOfResponse({ status, headers, text }: RawResponse): Fault {
  const problem = Problem.safeParse(parsedJson(text));
  if (problem.success) return problem.data.fault;
  if (status === 502 || status === 503 || status === 504) return { kind: "unavailable" };
  if (status === 401) return { kind: "unauthenticated", reason: "invalid" };
  if (status === 413) return { kind: "limitReached", limit: "size" };
  if (status === 429) return { kind: "limitReached", limit: "rate", ...retryAfter(headers) };
  return { kind: "internal" };
}

/**
 * What an answer hints at about the versions. `unknown`: the server does not know an operation or a field, though the
 * desktop asked by the contract. `unread`: one of the two could not make sense of what the other sent.
 */
export type Oddity = "unknown" | "unread";

/** The desktop has checked its input by the same schema: a server of its version would not find these. */
const misread = new Set(["invalid_type", "invalid_value", "invalid_union", "invalid_key", "invalid_element"]);
const SomeProblem = z.object({ type: z.string(), fault: z.object({ kind: z.string() }) });

/** What is odd about an answer other than 2xx, given the fault that was read from it. */
export function oddityOf({ text }: RawResponse, fault: Fault): Oddity | null {
  if (fault.kind === "notFound") return fault.what === "path" ? "unknown" : null;
  if (fault.kind === "invalid") {
    if (fault.issues.some(({ code }) => code === "unknownField")) return "unknown";
    return fault.issues.some(({ code }) => misread.has(code)) ? "unread" : null;
  }
  const json = parsedJson(text);
  return SomeProblem.safeParse(json).success && !Problem.safeParse(json).success ? "unread" : null;
}

/** How a request failed that got no whole answer. */
export type Loss = "unreachable" | "lost" | "cancelled" | "tooLarge";

const neverConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"]);

/** `lost`: the connection broke after the request may have arrived, so that the outcome is not known. */
export function lossOf(error: unknown): Loss {
  if (!isAxiosError(error)) return "lost";
  if (error.code === "ERR_CANCELED") return "cancelled";
  if (error.message.startsWith("maxContentLength")) return "tooLarge";
  return neverConnected.has(error.code ?? "") ? "unreachable" : "lost";
}

export function faultOfLoss(loss: Loss): Fault {
  if (loss === "tooLarge") return { kind: "internal" };
  return { kind: loss === "cancelled" ? "unavailable" : "offline" };
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfter(headers: Readonly<Record<string, unknown>>): { retryAfter?: number } {
  const seconds = Number(headers["retry-after"]);
  return Number.isInteger(seconds) && seconds >= 0 ? { retryAfter: seconds } : {};
}
