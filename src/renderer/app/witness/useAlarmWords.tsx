import {
  IconArrowForwardUp,
  IconBellOff,
  IconClock,
  IconHistory,
  IconKey,
  IconShieldCheck,
  IconShieldX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { WitnessAlarm, WitnessEvidence } from "#contract/entities/witness.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { inGroups } from "#renderer/ui/Fingerprint.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import { eventText } from "../events/eventText.ts";

/** An alarm line by line: what, since when, what still holds, what to do, and what ending it means. */
export function useAlarmWords(
  organization: Organization,
  alarm: WitnessAlarm,
  evidence: WitnessEvidence | undefined,
): Impact[] {
  const { t } = useTranslation("witness");
  const { t: tAudit } = useTranslation("audit");
  const format = useFormat();
  const now = useNow();
  const { kind, revision, verified, raisedAt, witnessed, shown } = alarm;
  const worded = (event: AuditEvent) =>
    `${eventText(tAudit, policyFor(organization), event)}, ${format.dateTime(event.at)}`;
  const { was, now: is } = evidence ?? {};
  // An event that is kept nowhere any more is told of as well, so that nobody waits for it.
  const lost = evidence !== undefined && evidence.keptHash !== null && evidence.was === null;
  const [before, after] = [was ? worded(was) : null, is ? worded(is) : null];
  const versions: Impact[] =
    before !== null && before === after
      ? [{ id: "same", icon: <IconHistory />, text: t("ask.same", { event: before }) }]
      : [
          ...(lost ? [{ id: "lost", icon: <IconHistory />, text: t("ask.lost") }] : []),
          ...(before === null ? [] : [{ id: "was", icon: <IconHistory />, text: t("ask.was", { event: before }) }]),
          ...(after === null ? [] : [{ id: "now", icon: <IconHistory />, text: t("ask.now", { event: after }) }]),
        ];
  const when = format.relative(raisedAt, now) ?? t("time.now", { ns: "common" });
  const since = verified
    ? t("ask.since", { when, revision: verified.revision, date: format.dateTime(verified.at) })
    : t("ask.sinceFirst", { when });
  return [
    {
      id: "what",
      icon: <IconShieldX />,
      text: t(`ask.what.${kind}`, { revision: revision ?? 0 }),
      tone: "danger",
    },
    ...versions,
    { id: "since", icon: <IconClock />, text: since },
    ...keys(),
    { id: "safe", icon: <IconShieldCheck />, text: safe() },
    { id: "act", icon: <IconArrowForwardUp />, text: t(`ask.act.${kind}`) },
    { id: "after", icon: <IconBellOff />, text: t(`ask.after.${kind}`, { revision: revision ?? 0 }) },
  ];

  function keys(): Impact[] {
    if (kind !== "keyChanged" || witnessed === null) return [];
    const text = t("ask.keys", { now: inGroups(shown.keyId), before: inGroups(witnessed.keyId) });
    return [{ id: "keys", icon: <IconKey />, text }];
  }

  function safe(): string {
    if (revision === null) return verified ? t("ask.safeKey", { revision: verified.revision }) : t("ask.safeKeyNone");
    return revision > 1 ? t("ask.safe", { revision: revision - 1 }) : t("ask.safeNone");
  }
}
