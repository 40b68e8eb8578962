import { isNameTyped } from "#domain/deletion.ts";
import { confirmPassword } from "../accounts/confirm-password.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";

export type Confirmation = { readonly name: string; readonly password: string };

/**
 * Makes sure that the person means this organization and is who they are. A rehearsal deletes nothing, and asks
 * nothing that could be guessed by it.
 * @throws FaultError `invalid` for another name, `unauthenticated` for a wrong password, `limitReached` for many tries
 */
export async function confirm(context: OrganizationContext, { name, password }: Confirmation): Promise<void> {
  if (context.rehearsal) return;
  if (!isNameTyped(name, context.organization.name)) {
    const message = "This is not the name of the organization";
    refuse({ kind: "invalid", issues: [{ path: "name", code: "nameMismatch", message }] });
  }
  await confirmPassword(context, "deletion.request", password);
}
