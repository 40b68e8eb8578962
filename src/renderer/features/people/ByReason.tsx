import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./ByReason.module.css";

interface ByReasonProps {
  /** Amber for what can still be left out, red for what failed. */
  readonly tone: "warning" | "danger";
  readonly icon: Icon;
  readonly title: string;
  /** What can be done about all of it. */
  readonly action?: ReactNode;
  readonly items: readonly { readonly sentence: string; readonly person: string; readonly organization: string }[];
}

/** Names shown per reason before the rest is counted. */
const namesAtMost = 3;

/** What does not work, one line per reason, with whom and where. */
export function ByReason({ tone, icon: Sign, title, action, items }: ByReasonProps) {
  const { t } = useTranslation("people");
  return (
    <div
      data-scrolls
      className={classes["box"]}
      data-tone={tone}
      role={tone === "danger" ? "alert" : undefined}
      aria-live={tone === "danger" ? undefined : "polite"}
    >
      <div className={classes["lead"]}>
        <Sign size={14} aria-hidden="true" />
        <span>{title}</span>
        {action}
      </div>
      <ul>
        {[...Map.groupBy(items, ({ sentence }) => sentence)].map(([sentence, all]) => (
          <li key={sentence}>
            <bdi className={classes["names"]}>
              {all
                .slice(0, namesAtMost)
                .map((each) => t("plans.draft.personIn", each))
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
