import type { TFunction } from "i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { roleOf, type Policy } from "#domain/policy/policy.ts";

/** One event as a sentence, with roles in the words of the preset. */
export function eventText(t: TFunction<"overview">, policy: Policy, event: AuditEvent): string {
  const key = event.after?.["role"] ?? event.before?.["role"];
  const role = typeof key === "string" ? (roleOf(policy, key)?.name ?? key) : "";
  return t(`event.${event.action}`, { actor: event.actor.name, target: event.target.name, role });
}
