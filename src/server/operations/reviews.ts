import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";

const notYet = async (): Promise<never> => refuse({ kind: "unavailable" });

export const reviewHandlers = {
  "review.submit": notYet,
  "review.list": notYet,
  "review.get": notYet,
  "review.items": notYet,
  "review.preview": notYet,
  "review.apply": notYet,
  "review.finish": notYet,
  "review.abandon": notYet,
  "review.evidence": notYet,
} satisfies Partial<Handlers>;
