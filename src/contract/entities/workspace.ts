import { accessScopes } from "#domain/workspaceAccess.ts";
import { workspaceStatuses } from "#domain/workspaces.ts";
import { z } from "zod";
import { id, instant, line, prose } from "../scalars.ts";
import { Invitation } from "./invitation.ts";
import { Member } from "./member.ts";

const slug = z
  .string()
  .min(2)
  .max(48)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens");

/** What a person can set on a workspace (`requirements/001…`, 'Creating a Workspace'). */
export const WorkspaceDetails = z.object({ name: line(100), slug, description: prose(1000) });
export type WorkspaceDetails = z.infer<typeof WorkspaceDetails>;

export const WorkspaceStatus = z.enum(workspaceStatuses);

/** A workspace, under the noun of the preset: the brand of `requirements/004…`, the workspace of `001…`. */
export const Workspace = WorkspaceDetails.extend({
  id,
  organizationId: id,
  status: WorkspaceStatus,
  suspendedAt: instant.nullable(),
  suspendedReason: z.string(),
  archivedAt: instant.nullable(),
  createdAt: instant,
  /** Active members who can use it, by role or by their rule; while it is suspended, those who could. */
  people: z.int().min(0),
});
export type Workspace = z.infer<typeof Workspace>;

/** A workspace where only its name is needed. */
export const WorkspaceName = z.object({ id, name: z.string(), status: WorkspaceStatus });
export type WorkspaceName = z.infer<typeof WorkspaceName>;

/** Which workspaces to give (`requirements/004…`, 'Brand Assignment Options'). `workspaceIds` belong to `chosen` alone. */
export const WorkspaceAccessInput = z.strictObject({
  scope: z.enum(accessScopes),
  workspaceIds: z.array(id).max(1000).default([]),
  /** Whether workspaces created later come by themselves. */
  future: z.boolean().default(false),
});
export type WorkspaceAccessInput = z.infer<typeof WorkspaceAccessInput>;

/** The rule in force and what it comes to now, as far as the person who asks sees those workspaces themselves. */
export const WorkspaceAccessView = z.object({
  scope: z.enum(accessScopes),
  workspaceIds: z.array(id),
  future: z.boolean(),
  /** The organization's revision at which the rule was set; workspaces created up to then are its current ones. */
  since: z.int().min(0),
  /** Whether the role sees every workspace anyway; the rule then waits for another role. */
  byRole: z.boolean(),
  /** The first of them by name. */
  workspaces: z.array(WorkspaceName),
  total: z.int().min(0),
});
export type WorkspaceAccessView = z.infer<typeof WorkspaceAccessView>;

/** Somebody who can use a workspace, and what gives it to them: role, a rule for all, the choice of it, being later. */
export const WorkspacePerson = Member.extend({ through: z.enum(["role", "all", "chosen", "future"]) });
export type WorkspacePerson = z.infer<typeof WorkspacePerson>;

/** An invitation with the workspaces that it will give. */
export const InvitationDetails = Invitation.extend({ workspaceAccess: WorkspaceAccessView });
export type InvitationDetails = z.infer<typeof InvitationDetails>;
