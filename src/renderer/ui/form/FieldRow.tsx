import {
  cloneElement,
  type AriaAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import classes from "./FieldRow.module.css";
import { Reason } from "../Reason.tsx";

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

interface Refusal {
  readonly reason: string | null;
  readonly explanation?: ReactNode;
}

interface Field extends AriaAttributes {
  readonly onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
  readonly readOnly?: boolean | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

interface RefusableProps {
  readonly refused: Refusal;
  readonly children: ReactElement<Field>;
}

/** A field that may not be changed can still be read, reached by keyboard, and asked why: by a click or Enter. */
export function Refusable({ refused: { reason, explanation }, children }: RefusableProps) {
  if (reason === null) return children;
  const ask = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.currentTarget.click();
  };
  return (
    <Reason because={reason} explanation={explanation} position="bottom-start">
      {cloneElement(children, { readOnly: true, onKeyDown: ask })}
    </Reason>
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
