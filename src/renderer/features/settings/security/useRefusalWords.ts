import { useTranslation } from "react-i18next";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import { Refusal } from "#contract/fault.ts";
import { operationNames, operationOf } from "#contract/operations.ts";
import { plainNouns } from "#renderer/app/workspaces/policyNouns.ts";

/** What was refused and why, for an entry about a refused command; the log keeps only the names of both. */
export function useRefusalWords(event: SecurityEvent): string | null {
  const { t } = useTranslation("settings");
  const { t: frame } = useTranslation("frame");
  const { t: common } = useTranslation();
  if (event.kind !== "command.refused") return null;
  const name = operationNames.find((each) => each === event.detail["operation"]);
  const operation = name && operationOf(name);
  const reason = Refusal.options
    .map((option) => option.shape.code.value)
    .find((code) => code === event.detail["reason"]);
  const act =
    operation?.access === "organization" && operation.permission
      ? t("security.wanted", { act: frame(`permission.${operation.permission}`, plainNouns) })
      : null;
  return [act, reason ? common(`fault.refusal.${reason}`) : null].filter((words) => words !== null).join(" ") || null;
}
