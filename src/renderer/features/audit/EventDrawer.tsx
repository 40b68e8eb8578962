import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { eventText } from "#renderer/app/events/eventText.ts";
import { UndoButton } from "#renderer/app/preview/UndoButton.tsx";
import { useNamingPolicy } from "#renderer/app/events/useNamingPolicy.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Drawer } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { NeedsConnection } from "#renderer/ui/page/NeedsConnection.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import classes from "./Audit.module.css";
import { CopyEvent } from "./CopyEvent.tsx";
import { EventDetails } from "./EventDetails.tsx";

interface EventDrawerProps {
  readonly organization: Organization;
  /** From the address. */
  readonly revision: string;
  /** The event, when the list has it already. */
  readonly known: AuditEvent | undefined;
  /** Whether the list has been read, so that what it lacks has to be asked for. */
  readonly listed: boolean;
  readonly onClose: () => void;
  readonly onStep: (step: -1 | 1) => void;
}

/** One event with all that was recorded of it; the address names it by its number. */
export function EventDrawer({ organization, revision, known, listed, onClose, onStep }: EventDrawerProps) {
  const { t } = useTranslation("audit");
  const number = /^[1-9]\d{0,14}$/.test(revision) ? Number(revision) : null;
  const input = { organizationId: organization.id, revision: number ?? 1 };
  const read = useOperation("auditEvent.get", input, { enabled: listed && !known && number !== null });
  const event = known ?? read.data;
  const policy = useNamingPolicy(organization, event ? [event] : []);
  const fault = number === null ? ({ kind: "notFound", what: "auditEvent" } as const) : read.error;
  return (
    <Drawer
      title={t("drawer.title", { revision: number ?? 0 })}
      identity={event ? <Identity event={event} organization={organization} /> : null}
      actions={
        event ? (
          <>
            <CopyEvent event={event} />
            <UndoButton
              key={event.id}
              organization={organization}
              event={event}
              sentence={eventText(t, policy, event)}
            />
          </>
        ) : null
      }
      onClose={onClose}
      onStep={onStep}
    >
      {event ? <EventDetails event={event} organization={organization} /> : null}
      {!event && fault ? <Missing fault={fault} onRetry={read.refetch} /> : null}
      {!event && !fault ? <Loading lines={6} /> : null}
    </Drawer>
  );
}

function Identity({ event, organization }: { event: AuditEvent; organization: Organization }) {
  const { t } = useTranslation("audit");
  const { actor } = event;
  const policy = useNamingPolicy(organization, [event]);
  return (
    <>
      <PersonAvatar id={actor.accountId ?? actor.name} name={actor.name} size={32} />
      <p className={classes["sentence"]}>{eventText(t, policy, event)}</p>
    </>
  );
}

/** Why there is no event; of one that is too old to be kept here, since when they are, and how to have more. */
function Missing({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  if (fault.kind !== "notKept") return <ErrorState fault={fault} title={t("drawer.missing")} onRetry={onRetry} />;
  const { first } = fault;
  const kept =
    first === null
      ? t("drawer.keptNone")
      : t("drawer.keptSince", { revision: first.revision, day: format.date(first.at) });
  return <NeedsConnection title={t("drawer.notHere")} why={`${kept} ${t("drawer.keepMore")}`} />;
}
