import { z } from "zod";
import { id, instant } from "../scalars.ts";

const Named = z.object({ memberId: id, name: z.string() });

/**
 * A change that took an owner's power and left too few who can surely sign in. It is undone at `confirmBy` unless an
 * owner confirms it (`product-rules.md`, 'Beyond the documents' 6).
 */
export const LockoutGuard = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  /** The person who is no owner any more. */
  member: Named,
  /** The role they get back if nobody confirms. */
  formerRole: z.string(),
  /** Who took the power; null where the person's access ended by itself. */
  byName: z.string().nullable(),
  createdAt: instant,
  confirmBy: instant,
  /** Active owners, those seen last first; at most ten. */
  administrators: z.array(Named.extend({ lastSeenAt: instant.nullable() })),
});
export type LockoutGuard = z.infer<typeof LockoutGuard>;
