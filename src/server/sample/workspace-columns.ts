import type { SealedEvent } from "#domain/audit/chain.ts";
import type { BulkColumn } from "../storage/bulk.ts";
import type { SampleMember, SampleOrganization } from "./agency.ts";
import type { SampleAccess, SampleWorkspace } from "./workspaces.ts";

/** A workspace carries the revision of the event that created it. */
export function workspaceColumns(
  organization: SampleOrganization,
  events: readonly SealedEvent[],
): BulkColumn<SampleWorkspace>[] {
  const created = events.filter(({ action }) => action === "workspace.created");
  const revisions = new Map(created.map(({ targetId, revision }) => [targetId, revision]));
  return [
    { name: "organization_id", type: "uuid", of: () => organization.id },
    { name: "id", type: "uuid", of: ({ id }) => id },
    { name: "name", type: "text", of: ({ name }) => name },
    { name: "slug", type: "text", of: ({ slug }) => slug },
    { name: "description", type: "text", of: ({ description }) => description },
    { name: "status", type: "text", of: ({ status }) => status },
    { name: "suspended_reason", type: "text", of: ({ reason }) => reason },
    {
      name: "suspended_at",
      type: "timestamptz",
      of: ({ status, endedAt }) => (status === "suspended" ? endedAt : null),
    },
    { name: "archived_at", type: "timestamptz", of: ({ status, endedAt }) => (status === "archived" ? endedAt : null) },
    { name: "created_at", type: "timestamptz", of: ({ createdAt }) => createdAt },
    { name: "updated_at", type: "timestamptz", of: ({ createdAt, endedAt }) => endedAt ?? createdAt },
    { name: "revision", type: "bigint", of: ({ id }) => revisions.get(id) ?? 0 },
  ];
}

/** What a member's row says of their access. */
export function accessColumns(access: readonly SampleAccess[], revision: number): BulkColumn<SampleMember>[] {
  const rules = new Map(access.map((rule) => [rule.memberId, rule]));
  return [
    { name: "workspace_scope", type: "text", of: ({ id }) => rules.get(id)?.scope ?? "none" },
    { name: "workspace_future", type: "boolean", of: ({ id }) => rules.get(id)?.future ?? false },
    { name: "workspace_since", type: "bigint", of: ({ id }) => (rules.has(id) ? revision : 0) },
  ];
}

export interface SampleChoice {
  readonly memberId: string;
  readonly workspaceId: string;
}

export const choicesOf = (access: readonly SampleAccess[]): SampleChoice[] =>
  access.flatMap(({ memberId, workspaceIds }) => workspaceIds.map((workspaceId) => ({ memberId, workspaceId })));

export const choiceColumns = (organization: SampleOrganization): BulkColumn<SampleChoice>[] => [
  { name: "organization_id", type: "uuid", of: () => organization.id },
  { name: "member_id", type: "uuid", of: ({ memberId }) => memberId },
  { name: "workspace_id", type: "uuid", of: ({ workspaceId }) => workspaceId },
];
