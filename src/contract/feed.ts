import { reminders } from "#domain/review/schedule.ts";
import { z } from "zod";
import { Topic } from "./audit.ts";
import { id } from "./scalars.ts";

/**
 * What the server pushes. `changed`: read these topics again. `membershipEnded`: the person lost this organization;
 * forget it. `invited`: the inbox changed. `approvalRequested`: somebody waits for the person's answer.
 * `adminDemoted`: in an organization that the person owns, an Admin gave another a lower role.
 * `planChanged`: a plan of the person went on; sent a few times a second at most. `reviewChanged`: a
 * review of the person is being carried out; as seldom. `reviewDue`: a review of access is due in an organization that
 * the person reviews. `signedOut`: the session ended; the stream closes after it.
 */
export const FeedEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("changed"), organizationId: id, revision: z.int(), topics: z.array(Topic).readonly() }),
  z.object({ type: z.literal("membershipEnded"), organizationId: id }),
  z.object({ type: z.literal("membershipStarted"), organizationId: id }),
  z.object({ type: z.literal("invited"), invitationId: id, organizationName: z.string() }),
  z.object({ type: z.literal("planChanged"), planId: id }),
  z.object({
    type: z.literal("approvalRequested"),
    organizationId: id,
    organizationName: z.string(),
    requesterName: z.string(),
    memberName: z.string(),
    roleName: z.string(),
  }),
  z.object({
    type: z.literal("adminDemoted"),
    organizationId: id,
    organizationName: z.string(),
    byName: z.string(),
    memberName: z.string(),
    fromRoleName: z.string(),
    toRoleName: z.string(),
  }),
  z.object({ type: z.literal("reviewChanged"), organizationId: id, reviewId: id }),
  z.object({
    type: z.literal("reviewDue"),
    organizationId: id,
    organizationName: z.string(),
    dueOn: z.string(),
    reminder: z.enum(reminders),
  }),
  z.object({ type: z.literal("signedOut") }),
]);
export type FeedEvent = z.infer<typeof FeedEvent>;
