import { Account } from "#contract/entities/account.ts";
import { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { Organization } from "#contract/entities/organization.ts";
import { OwnershipOffer } from "#contract/entities/ownership.ts";
import type { OperationName } from "#contract/operations.ts";
import { z } from "zod";
import type { Fields } from "../../remote/request.ts";

/** What is kept of the person beside their organizations' rows. */
export const AccountPart = z.object({
  account: Account.nullable(),
  invitations: z.array(ReceivedInvitation).nullable(),
  offers: z.array(OwnershipOffer).nullable(),
  /** As last seen from outside; what a fill brought of an organization stands in its place. */
  organizations: z.array(Organization).nullable(),
  at: z.string(),
  /** Until when each organization was known to be as it is kept. */
  confirmed: z.record(z.string(), z.string()).default({}),
});
export type AccountPart = z.infer<typeof AccountPart>;

export const nothingKept: AccountPart = {
  account: null,
  invitations: null,
  offers: null,
  organizations: null,
  at: "",
  confirmed: {},
};

const Received = z.object({ items: z.array(ReceivedInvitation) });
const Offered = z.object({ items: z.array(OwnershipOffer) });
const WholeList = z.object({ items: z.array(Organization), next: z.null() });

/** An answer of the server. */
export interface Noting {
  readonly name: OperationName;
  readonly input: Fields;
  readonly value: unknown;
}

/** All organizations of the person, where an answer tells them; those that it leaves out are theirs no more. */
export function wholeList({ name, input, value }: Noting): Organization[] | null {
  if (name !== "organization.list" || input["cursor"] !== undefined) return null;
  return WholeList.safeParse(value).data?.items ?? null;
}

/** The part after an answer of the server; the same object where the answer tells nothing of it. */
export function noted(part: AccountPart, { name, input, value }: Noting, at: string): AccountPart {
  if (name === "me.get" || name === "me.update") return { ...part, account: Account.parse(value), at };
  if (name === "me.listInvitations") return { ...part, invitations: Received.parse(value).items, at };
  if (name === "ownership.listOffered") return { ...part, offers: Offered.parse(value).items, at };
  if (name === "organization.list") {
    const organizations = wholeList({ name, input, value });
    return organizations === null ? part : { ...part, organizations, at };
  }
  if (name === "organization.get" || name === "organization.create") {
    const organization = Organization.parse(value);
    const others = (part.organizations ?? []).filter(({ id }) => id !== organization.id);
    return { ...part, organizations: [...others, organization], at };
  }
  return part;
}

/** The operations whose answers are worth noting. */
export const notedNames: ReadonlySet<OperationName> = new Set<OperationName>([
  "me.get",
  "me.update",
  "me.listInvitations",
  "ownership.listOffered",
  "organization.list",
  "organization.get",
  "organization.create",
]);

export function withoutOrganization(part: AccountPart, organizationId: string): AccountPart {
  if (part.organizations === null) return part;
  return { ...part, organizations: part.organizations.filter(({ id }) => id !== organizationId) };
}
