import type { Handlers } from "../dispatch/handlers.ts";
import { accountHandlers } from "./accounts.ts";
import { auditEventHandlers } from "./audit-events.ts";
import { feedHandlers } from "./feed.ts";
import { meHandlers } from "./me.ts";
import { organizationHandlers } from "./organizations.ts";
import { sessionHandlers } from "./sessions.ts";

/** Every operation's handler, by noun. */
export const handlers = {
  ...accountHandlers,
  ...sessionHandlers,
  ...meHandlers,
  ...organizationHandlers,
  ...auditEventHandlers,
  ...feedHandlers,
} as unknown as Handlers;
