import { z } from "zod";
import { id, instant } from "../scalars.ts";

/** What a desktop keeps for working without a connection. */
export const OfflineChoice = z.strictObject({
  /** Null: every organization of the person. */
  organizationIds: z.array(id).max(2000).nullable(),
  /** How far back audit events go, in days. */
  days: z.int().min(1).max(3650),
  /** How many events of an organization at most. */
  events: z.int().min(0).max(500_000),
});
export type OfflineChoice = z.infer<typeof OfflineChoice>;

/**
 * Why an organization could not be read or written: the server did not send all of it, what it sent is not understood,
 * there is no room left on the disk, or the disk does not take it.
 */
export const Hindrance = z.enum(["server", "unreadable", "full", "disk"]);
export type Hindrance = z.infer<typeof Hindrance>;

/** What stands on this computer right now. */
export const OfflineData = z.object({
  /** `memory`: it ends with the program. `elsewhere`: another running Orgdesk keeps the one on the disk. */
  kept: z.enum(["disk", "memory", "elsewhere"]),
  choice: OfflineChoice,
  organizations: z.array(
    z.object({
      id,
      revision: z.int(),
      asOf: instant,
      /** Members, invitations and workspaces. */
      rows: z.int(),
      events: z.int(),
      /** Encrypted, in bytes. */
      size: z.int(),
    }),
  ),
  /** What could not be brought up to date, and is tried again by itself. */
  hindered: z.array(z.object({ id, why: Hindrance })),
});
export type OfflineData = z.infer<typeof OfflineData>;
