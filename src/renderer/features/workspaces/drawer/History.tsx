import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { EventHistory } from "#renderer/app/events/EventHistory.tsx";
import { workspaces } from "#renderer/i18n/locales/en/workspaces.ts";

type Deed = keyof typeof workspaces.event;

const deedOf = ({ action }: AuditEvent): Deed | undefined =>
  (Object.keys(workspaces.event) as Deed[]).find((deed) => action === `workspace.${deed}`);

/** What the audit log says of one workspace. */
export function History({ organization, targetId }: { organization: Organization; targetId: string }) {
  const { t } = useTranslation("workspaces");
  const sentenceOf = (event: AuditEvent): string => {
    const deed = deedOf(event);
    return deed ? t(`event.${deed}`, { actor: event.actor.name }) : event.actor.name;
  };
  return <EventHistory organization={organization} targetId={targetId} sentenceOf={sentenceOf} />;
}
