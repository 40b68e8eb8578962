import type { Handlers } from "../dispatch/handlers.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";

export const organizationHandlers = {
  "organization.get": ({ db, account, organization }) => loadOrganization(db, account.id, organization.id),
} satisfies Partial<Handlers>;
