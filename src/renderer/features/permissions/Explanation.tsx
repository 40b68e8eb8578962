import { Tooltip } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Mark } from "./Mark.tsx";
import { isAllowed, isPartly, type Role } from "./matrix.ts";
import classes from "./Matrix.module.css";
import { whyCell, type Cell } from "./why.ts";

interface ExplanationProps {
  /** The cell's element. */
  readonly target: HTMLElement;
  readonly cell: Cell;
  readonly organization: Organization;
  readonly roles: readonly Role[];
}

/** Beside a cell: why it says yes or no, who holds the permission and who could give it. */
export function Explanation({ target, cell, organization, roles }: ExplanationProps) {
  const { t, i18n } = useTranslation("permissions");
  const { row, role } = cell;
  const sentences = whyCell(cell, { t, policy: policyFor(organization), roles, language: i18n.language });
  const description = sentences.join(" ");
  useEffect(() => {
    target.setAttribute("aria-description", description);
    return () => target.removeAttribute("aria-description");
  }, [target, description]);
  const label = (
    <span className={classes["explanation"]}>
      <span className={classes["explanationTitle"]}>
        <Mark allowed={isAllowed(row, role.key)} partly={isPartly(row, role.key)} />
        {role.name}: {row.label}
      </span>
      {sentences.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </span>
  );
  return (
    <Tooltip target={target} label={label} opened position="bottom" classNames={{ tooltip: classes["tip"] ?? "" }} />
  );
}
