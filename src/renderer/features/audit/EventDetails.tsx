import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { formatExact } from "#renderer/i18n/format.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Badge } from "#renderer/ui/Badge.tsx";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./Audit.module.css";
import { Changes } from "./Changes.tsx";

interface EventDetailsProps {
  readonly event: AuditEvent;
  readonly organization: Organization;
}

/** Who, to whom, when in every zone that matters, what changed, and the seal. */
export function EventDetails({ event, organization }: EventDetailsProps) {
  const { t } = useTranslation("audit");
  const { actor, target } = event;
  return (
    <>
      <section className={classes["facts"]}>
        <DrawerFact name={t("drawer.who")}>
          <PersonName id={actor.accountId ?? actor.name} name={actor.name} size={20} />
        </DrawerFact>
        <DrawerFact name={t("drawer.whom")}>
          <span className={classes["target"]}>
            <Truncate>{target.name}</Truncate>
            <Badge>{t(`targetType.${target.type}`, nounsOf(organization))}</Badge>
          </span>
        </DrawerFact>
        <Times at={event.at} organization={organization} />
        <DrawerFact name={t("drawer.request")}>
          <Code text={event.requestId} />
        </DrawerFact>
      </section>
      <DrawerSection title={t("drawer.changes")}>
        <Changes event={event} organization={organization} />
      </DrawerSection>
      <DrawerSection title={t("drawer.seal")}>
        <DrawerFact name={t("drawer.hash")}>
          <Code text={event.hash} />
        </DrawerFact>
        <DrawerFact name={t("drawer.previous")}>
          {event.revision === 1 ? (
            <span className={classes["quiet"]}>{t("drawer.first")}</span>
          ) : (
            <Code text={event.previousHash} />
          )}
        </DrawerFact>
      </DrawerSection>
    </>
  );
}

/** The moment in the organization's zone, in the reader's where it is another, and in UTC. */
function Times({ at, organization }: { at: string; organization: Organization }) {
  const account = useAccount();
  const { locale } = useFormat();
  const zones = new Set([organization.timeZone, account.timeZone, "UTC"]);
  return [...zones].map((timeZone) => (
    <DrawerFact key={timeZone} name={timeZone.replaceAll("_", " ")}>
      <time dateTime={at}>{formatExact(at, { ...locale, timeZone })}</time>
    </DrawerFact>
  ));
}

function Code({ text }: { text: string }) {
  return (
    <span className={classes["code"]}>
      <Truncate>{text}</Truncate>
      <CopyButton value={text} />
    </span>
  );
}
