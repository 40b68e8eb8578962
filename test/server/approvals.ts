import type { PresetKey } from "#domain/policy/preset.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { day, furnishTeam } from "./teams.ts";

/** Writes a request for a role straight into the database, without its audit event. */
export async function furnishRequest(
  { services }: TestServer,
  organizationId: string,
  request: {
    readonly memberId: string;
    readonly requesterId: string;
    readonly from: string;
    readonly to: string;
    readonly expiresAt?: Date;
  },
): Promise<string> {
  const id = newId();
  await services.pools.system
    .insertInto("role_requests")
    .values({
      organization_id: organizationId,
      id,
      member_id: request.memberId,
      requester_id: request.requesterId,
      from_role: request.from,
      to_role: request.to,
      expires_at: request.expiresAt ?? new Date(Date.now() + 7 * day),
    })
    .execute();
  return id;
}

/** An organization with two owners, an Admin who asks and a Member for whom they ask. */
export async function approvalTeam(server: TestServer, preset: PresetKey = "agency") {
  const [owner, admin, member, second] = await Promise.all([
    server.person("Olivia Owner"),
    server.person("Adam Admin"),
    server.person("Mona Member"),
    server.person("Stella Second"),
  ]);
  const { organizationId, memberIds } = await furnishTeam(server, preset, [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
    { person: second, role: "owner" },
  ]);
  const [ownerId = "", adminId = "", memberId = "", secondId = ""] = memberIds;
  return { server, owner, admin, member, second, organizationId, ownerId, adminId, memberId, secondId };
}

export type ApprovalTeam = Awaited<ReturnType<typeof approvalTeam>>;

export async function ask(at: ApprovalTeam, as = at.admin, role = "admin") {
  const { server, organizationId, memberId } = at;
  const input = { organizationId, memberId, role, reason: "She runs the brand already" };
  return server.call("approval.request", input, { as });
}

/** Asks, and tells how to answer. */
export async function asked(at: ApprovalTeam) {
  const { value } = await ask(at);
  return { organizationId: at.organizationId, approvalId: value?.id ?? "" };
}

export const approve = (
  at: ApprovalTeam,
  given: { readonly organizationId: string; readonly approvalId: string },
  as = at.owner,
) => at.server.call("approval.approve", given, { as });

export const received = async (server: TestServer, as: Person) =>
  (await server.call("approval.received", {}, { as })).value?.items ?? [];

export const listed = async ({ server, organizationId }: ApprovalTeam, as: Person) =>
  (await server.call("approval.list", { organizationId }, { as })).value?.items.map(({ status }) => status);

export const roleOf = async ({ server, organizationId }: ApprovalTeam, as: Person) =>
  (await server.call("organization.get", { organizationId }, { as })).value?.me.role;

export const changeRole = (at: ApprovalTeam, memberId: string, role: string, as = at.owner) =>
  at.server.call("member.changeRole", { organizationId: at.organizationId, memberId, role }, { as });
