import { failed, type Answer } from "#contract/answer.ts";
import { decide } from "#domain/policy/decide.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import { cleanText } from "#domain/text.ts";
import type { OrganizationRows } from "../worker/rows.ts";

export const invalid = (path: string, code: string, message: string): Answer<never> =>
  failed({ kind: "invalid", issues: [{ path, code, message }] });

export const notFound = (what: string): Answer<never> => failed({ kind: "notFound", what });

export const foreignCursor = (field = "cursor"): Answer<never> =>
  invalid(field, "cursor", "Not a position in this list");

/** The refusal of somebody who lacks a permission, as the server gives it; null for those who hold it. */
export function refusalOf({ facts, policy }: OrganizationRows, permission: Permission): Answer<never> | null {
  const { me } = facts.organization;
  const actor = { memberId: me.memberId, role: me.role, status: "active" } as const;
  const decision = decide(policy, actor, { kind: "use", permission }, facts.organization);
  return decision.allowed ? null : failed({ kind: "forbidden", refusal: decision.reason });
}

/** A search as the server reads it, or what is wrong with it. */
export function searchOf(given: string | undefined): { readonly text: string } | { readonly fault: Answer<never> } {
  const clean = cleanText(given ?? "", { max: 100, optional: true });
  if (clean.ok) return { text: clean.text };
  return { fault: invalid("search", clean.problem, "This text cannot be searched for") };
}
