import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewDecision } from "#contract/entities/review.ts";
import type { Fault } from "#contract/fault.ts";
import type { ReviewFlag } from "#domain/review/outcome.ts";
import { faultText } from "#renderer/ui/faultText.ts";
import { PersonName } from "#renderer/ui/PersonName.tsx";
import { useMarkText } from "../decide/useMarkText.ts";
import { useRules } from "../decide/useRules.ts";
import classes from "./Settle.module.css";

/** Somebody whose decision no longer fits. */
export interface FlaggedPerson {
  readonly memberId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly email: string;
  readonly decision: ReviewDecision;
  readonly flag: ReviewFlag;
  readonly fault: Fault | null;
}

interface FlaggedProps {
  readonly people: readonly FlaggedPerson[];
  /** About whom to decide again; without a way to change it, nothing can be chosen any more. */
  readonly again?: ReadonlySet<string>;
  readonly onChange?: (again: ReadonlySet<string>) => void;
  readonly children?: ReactNode;
}

const shownAtMost = 50;

/** Whose decisions no longer fit, why, and what to do about each. */
export function Flagged({ people, again, onChange, children }: FlaggedProps) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const rulesOf = useRules();
  const markText = useMarkText();
  const change = (memberId: string, value: string) => {
    const next = new Set(again);
    if (value === "again") next.add(memberId);
    else next.delete(memberId);
    onChange?.(next);
  };
  return (
    <div className={classes["flagged"]}>
      <h3>{t("settle.flaggedTitle")}</h3>
      {onChange ? <p className={classes["text"]}>{t("settle.flaggedText")}</p> : null}
      <ul>
        {people.slice(0, shownAtMost).map(({ memberId, organizationId, name, email, decision, flag, fault }) => (
          <li key={memberId}>
            <PersonName id={memberId} name={name} detail={email} layout="stacked" />
            <span className={classes["flagText"]}>
              <span>{markText(decision, rulesOf({ organizationId, memberId, seen: unseen }).roleName)}</span>
              <span className={classes["why"]}>
                {flag === "refused" && fault ? faultText(common, fault) : t(`flag.${flag}`)}
              </span>
            </span>
            {onChange && again ? (
              <SegmentedControl
                size="xs"
                aria-label={name}
                value={again.has(memberId) ? "again" : "leave"}
                onChange={(value) => change(memberId, value)}
                data={[
                  { value: "leave", label: t("settle.leave") },
                  { value: "again", label: t("settle.again") },
                ]}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {people.length > shownAtMost ? (
        <p className={classes["text"]}>{t("settle.more", { count: people.length - shownAtMost })}</p>
      ) : null}
      {children}
    </div>
  );
}

/** Only the names of roles are asked for. */
const unseen = {
  role: "",
  status: "active",
  joinedAt: "",
  lastSeenAt: null,
  twoFactor: false,
  workspaces: { scope: "none", count: null },
} as const;
