import { IconAlertTriangle, IconCheck, IconCircleDashed, IconCrown, IconRefresh } from "@tabler/icons-react";
import classes from "./Settle.module.css";

export interface OutlineLine {
  readonly tone: "will" | "owners" | "kept" | "flagged" | "quiet";
  readonly text: string;
}

const icons = {
  will: IconRefresh,
  owners: IconCrown,
  kept: IconCheck,
  flagged: IconAlertTriangle,
  quiet: IconCircleDashed,
};

/** What becomes of a part in a few lines. */
export function Outline({ lines }: { lines: readonly (OutlineLine | null)[] }) {
  return (
    <ul className={classes["outline"]}>
      {lines
        .filter((line) => line !== null)
        .map(({ tone, text }) => {
          const Icon = icons[tone];
          return (
            <li key={tone} data-tone={tone}>
              <Icon size={16} aria-hidden="true" />
              <span>{text}</span>
            </li>
          );
        })}
    </ul>
  );
}
