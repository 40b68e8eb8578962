import type { TFunction } from "i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { nounsOfPolicy } from "../workspaces/policyNouns.ts";

/** One event as a sentence that stands alone, with roles in the words of the preset. */
export function eventText(t: TFunction<"audit">, policy: Policy, event: AuditEvent): string {
  const names = { actor: event.actor.name, target: event.target.name };
  return t(`event.${event.action}`, { ...names, ...rolesOf(policy, event) });
}

/** What was done, without who did it and to whom: a list has columns for both. */
export function deedText(t: TFunction<"audit">, policy: Policy, event: AuditEvent): string {
  return t(`deed.${event.action}`, rolesOf(policy, event));
}

function rolesOf(policy: Policy, event: AuditEvent) {
  const name = (key: unknown) => (typeof key === "string" ? nameOfRole(policy, key) : "");
  const [before, after] = [event.before?.["role"], event.after?.["requestedRole"] ?? event.after?.["role"]];
  return { ...nounsOfPolicy(policy), role: name(after ?? before), former: name(before ?? after) };
}
