import { z } from "zod";
import { ImportLines, ImportOutcome, ImportProblemAt } from "../entities/invitationImport.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

const path = "/v1/organizations/{organizationId}/invitations/import";
const input = z.strictObject({ organizationId: id, lines: ImportLines });
/** 5,000 lines with an address, a role, some workspaces and a sentence each. */
const bodyLimit = 3 * 1024 * 1024;
const seatsFree = z.int().nullable();

export const invitationImportOperations = declare({
  "invitation.checkImport": {
    method: "POST",
    path: `${path}/check`,
    summary: "What is wrong with a list of up to 5,000 people to invite, line by line; changes nothing.",
    access: "organization",
    permission: "member.invite",
    kind: "query",
    bodyLimit,
    input,
    output: z.object({ problems: z.array(ImportProblemAt), good: z.int().min(0), seatsFree }),
    offline: "never",
    bridge: "open",
  },
  "invitation.import": {
    method: "POST",
    path,
    summary: "Invite up to 5,000 people at once, each with their own role; bad lines are left out and named.",
    access: "organization",
    permission: "member.invite",
    kind: "command",
    audit: "invitation.sent",
    limit: { each: "lines", perOrganization: 20_000, perAccount: 40_000, seconds: 86_400 },
    bodyLimit,
    input,
    output: z.object({ outcomes: z.array(ImportOutcome), invited: z.int().min(0), seatsFree }),
    offline: "never",
    bridge: "open",
  },
});
