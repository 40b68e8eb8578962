import type { ReactNode } from "react";
import classes from "./Details.module.css";

/** What can be done in a section of a drawer, at the right of its heading. */
export function SectionHead({ children }: { children: ReactNode }) {
  return <div className={classes["head"]}>{children}</div>;
}
