import { failed, type Answer } from "#contract/answer.ts";
import { CallGivens } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import { describeError } from "../logger.ts";
import type { Fields } from "../remote/request.ts";
import type { Entry } from "./table.ts";

/** Answers what a window asks. Takes anything, throws nothing. */
export type AnswerCall = (name: unknown, input: unknown, given?: unknown) => Promise<Answer<unknown>>;

export function createBridge(table: ReadonlyMap<string, Entry>, logger: Logger): AnswerCall {
  return async (name, input, given = {}) => {
    const entry = typeof name === "string" ? table.get(name) : undefined;
    if (entry === undefined) return failed({ kind: "notFound", what: "call" });
    try {
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) return failed(invalid(parsed.error));
      const givens = CallGivens.safeParse(given);
      if (!givens.success) return failed(invalid(givens.error));
      const fields: Fields = parsed.data;
      return await entry.answer(fields, givens.data);
    } catch (error) {
      const requestId = randomUUID();
      logger.error("A call failed", { call: name, requestId, ...describeError(error) });
      return failed({ kind: "internal", requestId });
    }
  };
}

function invalid(error: z.ZodError): Fault {
  const issues = error.issues.map((issue) => ({
    path: z.core.toDotPath(issue.path),
    code: issue.code,
    message: issue.message,
  }));
  return { kind: "invalid", issues };
}
