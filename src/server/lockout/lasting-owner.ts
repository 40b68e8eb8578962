import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { hasLastingOwner } from "../storage/queries/ending-access.ts";

/** Call it after a change that may take it: somebody must stay in charge whose access does not end. */
export async function requireLastingOwner({ db, organization }: Pick<OrganizationContext, "db" | "organization">) {
  if (await hasLastingOwner(db, organization.id)) return;
  refuse({ kind: "forbidden", refusal: { code: "lastOwner" } });
}
