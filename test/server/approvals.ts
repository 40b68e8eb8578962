import { newId } from "#server/storage/ids.ts";
import type { TestServer } from "#test/support/server.ts";
import { day } from "./teams.ts";

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
