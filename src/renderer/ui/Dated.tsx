import type { ReactNode } from "react";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";

interface DatedProps {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly children: ReactNode;
}

/** Words with a day or a time in them; hovering gives the exact one with its zone. */
export function Dated({ at, children }: DatedProps) {
  return <span data-tip={useFormat().exact(at)}>{children}</span>;
}
