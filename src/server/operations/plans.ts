import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";

const notYet = async (): Promise<never> => refuse({ kind: "unavailable" });
const noPlan = async (): Promise<never> => refuse({ kind: "notFound", what: "plan" });

export const planHandlers = {
  "plan.preview": notYet,
  "plan.start": notYet,
  "plan.list": async () => ({ items: [], next: null, total: 0, matching: 0 }),
  "plan.get": noPlan,
  "plan.items": noPlan,
  "plan.cancel": noPlan,
  "plan.resume": noPlan,
  "plan.report": noPlan,
} satisfies Partial<Handlers>;
