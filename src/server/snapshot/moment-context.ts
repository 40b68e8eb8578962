import { authenticated } from "../dispatch/authenticated.ts";
import type { OrganizationContext, OrganizationStreamContext } from "../dispatch/contexts.ts";
import { organizationContext } from "../dispatch/organization-context.ts";
import { guard } from "../dispatch/perform.ts";
import { openMoment } from "../storage/moment.ts";

/** An organization as it is at one moment, the caller's place in it included. */
export interface MomentContext {
  readonly context: OrganizationContext;
  readonly close: (error?: unknown) => Promise<void>;
}

/** Opens a moment for whoever calls; somebody who is no active member by then is refused. */
export async function openMomentContext({
  services,
  caller,
  organization,
}: OrganizationStreamContext): Promise<MomentContext> {
  const moment = await openMoment(services.pools, (client) => authenticated(client, caller, organization.id));
  try {
    const context = organizationContext({ services, caller, authentication: moment.first }, moment);
    guard(context, { permission: null });
    return { context, close: moment.close };
  } catch (error) {
    await moment.close(error);
    throw error;
  }
}
