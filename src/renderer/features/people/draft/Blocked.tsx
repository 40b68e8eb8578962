import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFaultWords } from "../useFaultWords.ts";
import classes from "./Draft.module.css";
import type { PlanRow } from "./usePlanRows.ts";

interface BlockedProps {
  /** The organizations that the plan is for. */
  readonly rows: readonly PlanRow[];
  readonly onLeaveOut: (organizationIds: readonly string[]) => void;
}

/** Names shown per reason before the rest is counted. */
const namesAtMost = 3;

/** What is refused and why, one line per reason, and the way to leave it out. */
export function Blocked({ rows, onLeaveOut }: BlockedProps) {
  const { t } = useTranslation("people");
  const words = useFaultWords();
  const refused = rows.flatMap(({ organization, items }) =>
    items.flatMap(({ name, email, verdict }) =>
      verdict.verdict === "fault"
        ? [{ organization, person: name || email, sentence: words(verdict.fault, organization.id) }]
        : [],
    ),
  );
  if (refused.length === 0) return null;
  const organizations = [...new Set(refused.map(({ organization }) => organization.id))];
  return (
    <div className={classes["blocked"]} aria-live="polite">
      <div className={classes["lead"]}>
        <IconAlertTriangle size={14} aria-hidden="true" />
        <span>{t("plans.draft.blocked", { count: refused.length })}</span>
        <Button size="compact-xs" variant="default" onClick={() => onLeaveOut(organizations)}>
          {t("plans.draft.leaveOut", { count: organizations.length })}
        </Button>
      </div>
      <ul>
        {[...Map.groupBy(refused, ({ sentence }) => sentence)].map(([sentence, all]) => (
          <li key={sentence}>
            <bdi className={classes["names"]}>
              {all
                .slice(0, namesAtMost)
                .map(({ person, organization }) =>
                  t("plans.draft.personIn", { person, organization: organization.name }),
                )
                .join(", ")}
              {all.length > namesAtMost ? ` ${t("plans.draft.more", { count: all.length - namesAtMost })}` : ""}
            </bdi>
            <div>{sentence}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
