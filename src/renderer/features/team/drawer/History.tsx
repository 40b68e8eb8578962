import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { type Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { EventHistory } from "#renderer/app/events/EventHistory.tsx";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";

/** What the audit log says of one member or invitation. */
export function History({ organization, targetId }: { organization: Organization; targetId: string }) {
  const { t } = useTranslation("team");
  return (
    <EventHistory
      organization={organization}
      targetId={targetId}
      sentenceOf={(event, policy) => eventSentence(t, policy, event)}
    />
  );
}

/** An event where everybody knows whom it is about. */
function eventSentence(t: TFunction<"team">, policy: Policy, event: AuditEvent): string {
  const role = (state: AuditEvent["after"]) => {
    const key = state?.["requestedRole"] ?? state?.["role"];
    return typeof key === "string" ? nameOfRole(policy, key) : "";
  };
  const actor = event.actor.name;
  const to = role(event.after) || role(event.before);
  return t(`event.${event.action}`, { ...nounsOfPolicy(policy), actor, role: to, before: role(event.before) });
}
