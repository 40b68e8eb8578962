import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { day } from "./teams.ts";

/** Writes an offer of ownership straight into the database, without its audit event. */
export async function furnishTransfer(
  { services }: TestServer,
  organizationId: string,
  offer: {
    readonly fromMemberId: string;
    readonly toMemberId: string;
    readonly to: Person;
    readonly formerOwner?: "stays" | "leaves";
    readonly expiresAt?: Date;
  },
): Promise<string> {
  const id = newId();
  await services.pools.system
    .insertInto("ownership_transfers")
    .values({
      organization_id: organizationId,
      id,
      from_member_id: offer.fromMemberId,
      to_member_id: offer.toMemberId,
      to_account_id: offer.to.accountId,
      former_owner: offer.formerOwner ?? "stays",
      expires_at: offer.expiresAt ?? new Date(Date.now() + 7 * day),
    })
    .execute();
  return id;
}

/** Writes a change of ownership that waits for a confirmation. */
export async function furnishGuard(
  { services }: TestServer,
  organizationId: string,
  memberId: string,
  { formerRole = "owner", confirmBy = new Date(Date.now() + day) } = {},
): Promise<string> {
  const id = newId();
  await services.pools.system
    .insertInto("lockout_guards")
    .values({
      organization_id: organizationId,
      id,
      member_id: memberId,
      former_role: formerRole,
      by_name: "First Person",
      confirm_by: confirmBy,
    })
    .execute();
  return id;
}
