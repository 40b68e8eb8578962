import { z } from "zod";
import { id, instant } from "../scalars.ts";

/** A person's membership in one organization. */
export const Member = z.object({
  id,
  organizationId: id,
  accountId: id,
  name: z.string(),
  email: z.string(),
  role: z.string(),
  status: z.enum(["active", "deactivated", "removed"]),
  joinedAt: instant,
  lastSeenAt: instant.nullable(),
  removedAt: instant.nullable(),
  /** Whether they ended it themselves; then they come back by an invitation alone. */
  left: z.boolean(),
  /** Access ends at this instant by itself; null where it has no end. */
  accessUntil: instant.nullable(),
  /** Whether the person signs in with a second step. */
  twoFactor: z.boolean(),
});
export type Member = z.infer<typeof Member>;

/** An organization in which both the asking person and the member are active. */
export const SharedOrganization = z.object({
  id,
  name: z.string(),
  preset: z.string(),
  role: z.string(),
  /** As that organization calls it: its custom roles are known nowhere else. */
  roleName: z.string(),
  ownerClass: z.boolean(),
});
export type SharedOrganization = z.infer<typeof SharedOrganization>;
