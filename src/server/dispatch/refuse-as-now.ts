import { authenticatedTogether } from "./authenticated.ts";
import type { OrganizationContext } from "./contexts.ts";
import { refuse } from "./fault-error.ts";
import { standingContext } from "./organization-context.ts";
import { guard } from "./perform.ts";

/** For a read that finds nothing any more: refuses as it would be if it were asked now, access having gone meanwhile. */
export async function refuseAsNow({
  services,
  caller,
  organization,
}: Pick<OrganizationContext, "services" | "caller" | "organization">): Promise<never> {
  const authentication = await authenticatedTogether(services.pools, caller, organization.id);
  guard(standingContext({ services, caller, authentication }), { permission: null });
  return refuse({ kind: "notFound", what: "organization" });
}
