import { z } from "zod";
import { FillPlace, SnapshotChanges, SnapshotFrame } from "../entities/snapshot.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

export const snapshotOperations = declare({
  "snapshot.fill": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/snapshot",
    summary:
      "All that the person may see of the organization at one revision, as lines of JSON, with the newest events of the audit log.",
    access: "organization",
    permission: null,
    kind: "stream",
    input: z.strictObject({
      organizationId: id,
      /** How far back events go, in days. */
      days: z.coerce.number<number>().int().min(1).max(3650).default(90),
      /** How many events at most. */
      events: z.coerce.number<number>().int().min(0).max(500_000).default(50_000),
      /** Only what comes behind it; what changed before it is told by `organization.changes`. */
      after: FillPlace.optional(),
    }),
    output: SnapshotFrame,
    offline: "never",
    bridge: "closed",
  },
  "organization.changes": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/changes",
    summary: "What changed after a revision: the topics to read again, and the rows for who keeps a snapshot.",
    access: "organization",
    permission: null,
    kind: "query",
    large: true,
    input: z.strictObject({
      organizationId: id,
      since: z.coerce.number<number>().int().min(0),
      /** From the facts of the snapshot; without it a fill is asked for. */
      mark: z.string().max(300).optional(),
    }),
    output: SnapshotChanges,
    offline: "never",
    bridge: "closed",
  },
});
