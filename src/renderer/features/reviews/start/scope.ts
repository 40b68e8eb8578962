import { useState } from "react";
import type { ReviewScope } from "#contract/entities/review.ts";

export type ScopeKind = ReviewScope["kind"];

/** A scope that is being chosen: what was typed for one kind stays while another is looked at. */
export interface ScopeDraft {
  readonly kind: ScopeKind;
  readonly days: number | string;
  readonly workspaceId: string | null;
}

/** Longest absence that can be asked for, in days. */
export const mostDays = 3650;

/** Begins with a scope; without one, with everybody. */
export function useScopeDraft(given?: ReviewScope): readonly [ScopeDraft, (change: Partial<ScopeDraft>) => void] {
  const [draft, setDraft] = useState<ScopeDraft>({ kind: "all", days: 30, workspaceId: null, ...given });
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))];
}

/** The scope, or null while something of it is missing. */
export function scopeOf({ kind, days, workspaceId }: ScopeDraft): ReviewScope | null {
  if (kind === "inactive") {
    return typeof days === "number" && Number.isInteger(days) && days >= 1 && days <= mostDays ? { kind, days } : null;
  }
  if (kind === "workspace") return workspaceId === null ? null : { kind, workspaceId };
  return { kind };
}

/** What changes of a draft when other organizations are chosen: a workspace belongs to one. */
export const forOthers = ({ kind }: ScopeDraft, organizations: number): Partial<ScopeDraft> => ({
  kind: kind === "workspace" && organizations !== 1 ? "all" : kind,
  workspaceId: null,
});
