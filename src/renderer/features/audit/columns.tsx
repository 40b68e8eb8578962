import { VisuallyHidden } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { deedText } from "#renderer/app/events/eventText.ts";
import { useNamingPolicy } from "#renderer/app/events/useNamingPolicy.ts";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import classes from "./Audit.module.css";
import type { LogRow } from "./useArrivals.ts";

/** When, who, what, to whom: times are absolute, in the organization's time zone. */
export function useColumns(organization: Organization, events: readonly AuditEvent[]): readonly TableColumn<LogRow>[] {
  const { t } = useTranslation("audit");
  const account = useAccount();
  const { moment, number } = useFormat();
  const policy = useNamingPolicy(organization, events);
  return useMemo(() => {
    return [
      {
        id: "time",
        header: t("column.time", { zone: organization.timeZone }),
        cell: ({ event, fresh }) => <Moment at={event.at} text={moment(event.at)} fresh={fresh} word={t("new")} />,
        plain: true,
        width: 212,
        grow: 0,
        priority: 1,
      },
      {
        id: "actor",
        header: t("column.actor"),
        cell: ({ event: { actor } }) => (
          <PersonName
            id={actor.accountId ?? actor.name}
            name={actor.name}
            isYou={actor.accountId === account.id}
            size={20}
          />
        ),
        plain: true,
        width: 160,
        grow: 2,
        priority: 1,
      },
      {
        id: "deed",
        header: t("column.deed"),
        cell: ({ event }) => deedText(t, policy, event),
        plain: true,
        width: 196,
        grow: 3,
        priority: 1,
      },
      {
        id: "target",
        header: t("column.target"),
        cell: ({ event }) => <Target type={event.target.type} name={event.target.name} />,
        plain: true,
        width: 144,
        grow: 2,
        priority: 2,
      },
      {
        id: "revision",
        header: t("column.revision"),
        cell: ({ event }) => <span className={classes["quiet"]}>{number(event.revision)}</span>,
        plain: true,
        width: 84,
        grow: 0,
        align: "end",
        priority: 3,
      },
    ];
  }, [organization, policy, account.id, moment, number, t]);
}

interface MomentProps {
  readonly at: string;
  readonly text: string;
  readonly fresh: boolean;
  readonly word: string;
}

function Moment({ at, text, fresh, word }: MomentProps) {
  return (
    <span className={classes["moment"]} data-fresh={fresh || undefined}>
      <time dateTime={at}>{text}</time>
      {fresh ? <VisuallyHidden>{word}</VisuallyHidden> : null}
    </span>
  );
}

function Target({ type, name }: { type: string; name: string }) {
  return <Truncate className={type === "organization" ? classes["quiet"] : undefined}>{name}</Truncate>;
}
