import type { TFunction } from "i18next";
import type { Fault } from "#contract/fault.ts";

/** What is wrong with a mailed code, or null for a fault that is about something else. */
export function codeFaultText(t: TFunction<"welcome">, fault: Fault): string | null {
  if (fault.kind === "unauthenticated") return t("code.wrong");
  if (fault.kind === "conflict" && fault.code === "codeSpent") return t("code.spent");
  if (fault.kind === "limitReached" && fault.limit === "attempts") return t("code.tooOften");
  return null;
}
