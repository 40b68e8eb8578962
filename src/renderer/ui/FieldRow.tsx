import type { ReactNode } from "react";
import classes from "./FieldRow.module.css";

interface FieldRowProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}

/** One row of a form or a settings page: what it is at the left, the field at the right. */
export function FieldRow({ title, description, children }: FieldRowProps) {
  return (
    <div className={classes["row"]}>
      <div>
        <div className={classes["title"]}>{title}</div>
        {description ? <div className={classes["description"]}>{description}</div> : null}
      </div>
      <div className={classes["field"]}>{children}</div>
    </div>
  );
}

interface FormSectionProps {
  readonly title?: string;
  readonly description?: ReactNode;
  /** The danger zone: a red line around what cannot be undone. */
  readonly tone?: "danger";
  readonly children: ReactNode;
}

/** Rows that belong together, at most 720 px wide, with hairlines between them. */
export function FormSection({ title, description, tone, children }: FormSectionProps) {
  return (
    <section className={classes["section"]} data-tone={tone}>
      {title ? <h2 className={classes["heading"]}>{title}</h2> : null}
      {description ? <p className={classes["description"]}>{description}</p> : null}
      <div className={classes["rows"]}>{children}</div>
    </section>
  );
}
