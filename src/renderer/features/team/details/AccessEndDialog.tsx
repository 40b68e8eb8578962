import { Button, Stack } from "@mantine/core";
import { IconArmchair, IconCrown, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { hasEnded } from "#domain/accessEnd.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { daysAgo } from "#renderer/app/days/days.ts";
import { LastDayField } from "#renderer/app/days/LastDayField.tsx";
import { lastDayOf, lastDayText, untilOf } from "#renderer/app/days/lastDay.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useNow } from "#renderer/ui/useNow.ts";

interface AccessEndDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly onClose: () => void;
}

const presets = [30, 90, 365] as const;

/** Choosing the last day of a member's access; for one that has ended, it comes back. */
export function AccessEndDialog({ organization, member, onClose }: AccessEndDialogProps) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation();
  const { locale } = useFormat();
  const { timeZone } = organization;
  const { name, accessUntil } = member;
  const [day, setDay] = useState(() => lastDayOf(accessUntil, timeZone));
  const words = ({ accessUntil: until }: Member) =>
    until === null ? t("end.doneNone", { name }) : t("end.doneUntil", { name, date: lastDayText(until, locale) });
  const undo = useCommand("member.setAccessUntil", { onDone: (now) => toastDone({ message: words(now) }) });
  const over = hasEnded(accessUntil === null ? null : Date.parse(accessUntil), useNow());
  const changed = day !== lastDayOf(accessUntil, timeZone);
  const { previewed, decision } = usePreviewedCommand(
    organization.id,
    "member.setAccessUntil",
    changed ? { memberId: member.id, accessUntil: untilOf(day, timeZone) } : null,
    (now) => {
      onClose();
      const back = () => void undo.run({ organizationId: organization.id, memberId: member.id, accessUntil });
      toastDone({ message: words(now), ...(over ? {} : { undo: { label: common("action.undo"), run: back } }) });
    },
  );
  const impact: Impact[] = [
    ...(day === null
      ? []
      : [
          { id: "mail", icon: <IconMail />, text: t("end.mail", { name }) },
          { id: "seat", icon: <IconArmchair />, text: t("end.seat") },
        ]),
    ...(day !== null && isOwnerClass(policyFor(organization), member.role)
      ? [{ id: "owners", icon: <IconCrown />, text: t("end.owners", { name }), tone: "warning" as const }]
      : []),
  ];
  return (
    <DecisionDialog
      opened
      title={t("end.dialog", { name })}
      confirmLabel={t("end.save")}
      {...decision}
      onClose={onClose}
    >
      <Stack gap={16}>
        <div>
          <LastDayField
            organization={organization}
            label={t("end.last")}
            description={t("end.lastHint", { timeZone })}
            value={day}
            onChange={setDay}
          />
          <Button.Group mt={8}>
            {presets.map((days) => (
              <Button key={days} variant="default" size="compact-xs" onClick={() => setDay(daysAgo(-days, timeZone))}>
                {t("end.days", { count: days })}
              </Button>
            ))}
          </Button.Group>
        </div>
        {changed ? (
          <PreviewPanel
            organization={organization}
            previewed={previewed}
            also={impact}
            nothing={day === null ? t("end.stays", { name }) : t("end.nothing")}
          />
        ) : null}
      </Stack>
    </DecisionDialog>
  );
}
