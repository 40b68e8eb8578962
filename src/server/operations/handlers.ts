import type { Handlers } from "../dispatch/handlers.ts";
import { organizationHandlers } from "./organizations.ts";

/** Every operation's handler, by noun. */
export const handlers = {
  ...organizationHandlers,
} as unknown as Handlers;
