import type { WorkspaceAccessInput, WorkspaceAccessView } from "#contract/entities/workspace.ts";

/** A rule being edited; what was chosen stays while another scope is tried. */
export type AccessDraft = Required<WorkspaceAccessInput>;

export const noAccessDraft: AccessDraft = { scope: "none", workspaceIds: [], future: false };

export const draftOf = ({ scope, workspaceIds, future }: WorkspaceAccessView): AccessDraft => ({
  scope,
  workspaceIds,
  future,
});

/** What is sent: a list goes with the scope that takes one alone. */
export function givenBy({ scope, workspaceIds, future }: AccessDraft): AccessDraft {
  return { scope, workspaceIds: scope === "chosen" ? workspaceIds : [], future };
}

/** Whether the rule says something: the scope for chosen ones needs at least one. */
export const isComplete = ({ scope, workspaceIds }: AccessDraft): boolean =>
  scope !== "chosen" || workspaceIds.length > 0;

/** Whether both say the same now; 'all current' said again takes in what was created since. */
export function isSameRule(one: AccessDraft, other: AccessDraft): boolean {
  const [a, b] = [givenBy(one), givenBy(other)];
  const ids = new Set(b.workspaceIds);
  if (a.scope !== b.scope || a.future !== b.future || a.workspaceIds.length !== ids.size) return false;
  return a.workspaceIds.every((id) => ids.has(id));
}

/** The key of the words for a rule. */
export const ruleKey = ({ scope, future }: Pick<AccessDraft, "scope" | "future">) =>
  future ? (`${scope}Future` as const) : scope;
