import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";

interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** One sentence. */
  readonly text: string;
  /** One action. */
  readonly action?: ReactNode;
}

/** What stands where there is nothing yet: one sentence, one action. */
export function EmptyState({ icon, text, action }: EmptyStateProps) {
  return (
    <div className={classes["state"]} data-whole-page>
      {icon ? (
        <span className={classes["icon"]} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <p className={classes["text"]}>{text}</p>
      {action}
    </div>
  );
}
