import type { ReactNode } from "react";
import classes from "./Badge.module.css";

export type Tone = "grey" | "accent" | "green" | "amber" | "red";

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** A dot in the tone before the words. */
  readonly dot?: boolean;
  readonly children: ReactNode;
}

/** A small word with a meaning; the word carries it, the tone repeats it. */
export function Badge({ tone = "grey", icon, dot = false, children }: BadgeProps) {
  return (
    <span className={classes["badge"]} data-tone={tone} data-dot={dot || undefined}>
      {icon}
      {children}
    </span>
  );
}
