import { useEffect, useRef, type ReactNode } from "react";
import classes from "./Welcome.module.css";

interface ScreenProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** One step before the sign-in; the first empty field, else the first, has the focus. */
export function Screen({ title, text, children }: ScreenProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const fields = [...(section.current?.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])') ?? [])];
    (fields.find((field) => field.value === "") ?? fields[0])?.focus();
  }, []);
  return (
    <section ref={section} className={classes["screen"]} aria-labelledby="screen-title">
      <header>
        <h1 id="screen-title" className={classes["title"]}>
          {title}
        </h1>
        {text ? <p className={classes["text"]}>{text}</p> : null}
      </header>
      {children}
    </section>
  );
}
