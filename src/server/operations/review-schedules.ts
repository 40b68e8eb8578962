import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";

const notYet = async (): Promise<never> => refuse({ kind: "unavailable" });

export const reviewScheduleHandlers = {
  "reviewSchedule.get": notYet,
  "reviewSchedule.set": notYet,
  "reviewSchedule.listDue": notYet,
} satisfies Partial<Handlers>;
