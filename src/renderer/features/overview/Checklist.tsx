import { VisuallyHidden } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import classes from "./Overview.module.css";

/** One thing to do, in words, and where. */
export interface ChecklistItem {
  readonly key: string;
  readonly done: boolean;
  readonly title: string;
  readonly text: string;
  readonly to: string;
  /** Why the reader may not do it. */
  readonly refused?: Refusal;
  readonly onVisit?: () => void;
}

interface ChecklistProps {
  readonly title: string;
  readonly items: readonly ChecklistItem[];
  /** What can be done with the whole list. */
  readonly action?: ReactNode;
}

/** Things to do with how far one has come; each leads to its place. */
export function Checklist({ title, items, action }: ChecklistProps) {
  const { t } = useTranslation("overview");
  const id = useId();
  const done = items.filter((item) => item.done).length;
  return (
    <section aria-labelledby={id}>
      <header className={classes["panelHeader"]}>
        <h2 id={id}>{title}</h2>
        <span className={classes["progress"]}>{t("setUp.progress", { done, total: items.length })}</span>
        {action}
      </header>
      <ul className={classes["steps"]}>
        {items.map((item) => (
          <li key={item.key}>
            <Line item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ item: { done, title, text, to, refused, onVisit } }: { item: ChecklistItem }) {
  const { t } = useTranslation("overview");
  const Mark = done ? IconCircleCheckFilled : IconCircle;
  return (
    <Reason because={done ? null : refused?.reason} explanation={refused?.explanation} position="left">
      <Link to={to} className={classes["step"]} data-done={done || undefined} onClick={onVisit}>
        <Mark size={18} aria-hidden="true" />
        <VisuallyHidden>{done ? t("setUp.done") : t("setUp.open")}</VisuallyHidden>
        <span>
          <span className={classes["stepTitle"]}>{title}</span>
          <span className={classes["stepText"]}>{text}</span>
        </span>
      </Link>
    </Reason>
  );
}
