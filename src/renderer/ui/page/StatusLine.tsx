import { IconAlertTriangle, IconInfoCircle, IconShieldX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./StatusLine.module.css";

interface StatusLineProps {
  readonly tone?: "info" | "warning" | "alarm";
  /** It stands within a page, in its column, not above it. */
  readonly inset?: boolean;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const icons = { info: IconInfoCircle, warning: IconAlertTriangle, alarm: IconShieldX };

/** The thin line above a page: offline, a scheduled deletion, an alarm of the audit chain, a read-only role. */
export function StatusLine({ tone = "info", inset = false, children, action }: StatusLineProps) {
  const Icon = icons[tone];
  return (
    <div
      className={classes["line"]}
      data-tone={tone}
      data-inset={inset || undefined}
      role={tone === "alarm" ? "alert" : "status"}
    >
      <Icon size={14} aria-hidden="true" />
      <span className={classes["text"]}>{children}</span>
      {action}
    </div>
  );
}
