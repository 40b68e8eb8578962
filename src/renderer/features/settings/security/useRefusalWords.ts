import { useTranslation } from "react-i18next";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import { operationFacts } from "#contract/operationFacts.ts";
import { faults } from "#renderer/i18n/locales/en/faults.ts";
import { plainNouns } from "#renderer/app/workspaces/policyNouns.ts";

/** Every reason has its sentence. */
const codes = Object.keys(faults.refusal) as (keyof typeof faults.refusal)[];

/** What was refused and why, for an entry about a refused command; the log keeps only the names of both. */
export function useRefusalWords(event: SecurityEvent): string | null {
  const { t } = useTranslation("settings");
  const { t: frame } = useTranslation("frame");
  const { t: common } = useTranslation();
  if (event.kind !== "command.refused") return null;
  const permission = Object.entries(operationFacts).find(([name]) => name === event.detail["operation"])?.[1]
    .permission;
  const reason = codes.find((code) => code === event.detail["reason"]);
  const act = permission ? t("security.wanted", { act: frame(`permission.${permission}`, plainNouns) }) : null;
  return [act, reason ? common(`fault.refusal.${reason}`) : null].filter((words) => words !== null).join(" ") || null;
}
