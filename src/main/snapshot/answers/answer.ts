import type { Answer } from "#contract/answer.ts";
import type { Account } from "#contract/entities/account.ts";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import type { SharedOrganization } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { OwnershipOffer } from "#contract/entities/ownership.ts";
import type { Input, OperationName, Operations, Output } from "#contract/operations.ts";
import type { OrganizationRows } from "../worker/rows.ts";

/** The operations that a snapshot answers. */
export type OfflineName = {
  [Name in OperationName]: Operations[Name] extends { readonly offline: "snapshot" } ? Name : never;
}[OperationName];

/** All that is kept of one person on one server; what is null or absent was never read. */
export interface Kept {
  readonly now: Date;
  readonly account: Account | null;
  readonly invitations: readonly ReceivedInvitation[] | null;
  readonly offers: readonly OwnershipOffer[] | null;
  readonly organizations: readonly Organization[] | null;
  /** The rows of one of them; null where they are not kept. */
  rows(organizationId: string): OrganizationRows | null;
  /** Where the person and somebody else both are active, by name. */
  sharedWith(accountId: string): SharedOrganization[];
}

/** An answer out of what is kept, with the meaning that the server gives it. Null: not kept. */
export type AccountAnswer<Name extends OfflineName> = (kept: Kept, input: Input<Name>) => Answer<Output<Name>> | null;
export type OrganizationAnswer<Name extends OfflineName> = (
  rows: OrganizationRows,
  input: Input<Name>,
  kept: Kept,
) => Answer<Output<Name>> | null;
