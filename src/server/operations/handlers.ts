import type { Handlers } from "../dispatch/handlers.ts";
import { auditEventHandlers } from "./audit-events.ts";
import { feedHandlers } from "./feed.ts";
import { organizationHandlers } from "./organizations.ts";

/** Every operation's handler, by noun. */
export const handlers = {
  ...organizationHandlers,
  ...auditEventHandlers,
  ...feedHandlers,
} as unknown as Handlers;
