import type { ReactNode } from "react";
import classes from "./Badge.module.css";

/** `plain` is for what is as it should be: words without a ground, so that what is not stands out. */
export type Tone = "plain" | "grey" | "accent" | "green" | "amber" | "red";

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
