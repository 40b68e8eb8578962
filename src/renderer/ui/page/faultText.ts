import type { TFunction } from "i18next";
import type { Fault } from "#contract/fault.ts";

/** What a fault means to the person, in one sentence. */
export function faultText(t: TFunction<"common">, fault: Fault): string {
  switch (fault.kind) {
    case "invalid":
      return fault.issues[0]?.message ?? t("fault.invalid");
    case "forbidden":
      return t(`fault.refusal.${fault.refusal.code}`);
    case "conflict":
      return t(`fault.conflict.${fault.code}`);
    case "limitReached":
      return fault.retryAfter === undefined ? t(`fault.limit.${fault.limit}`) : waitText(t, fault.retryAfter);
    case "unauthenticated":
      return t(`fault.unauthenticated.${fault.reason}`);
    case "outdated":
      return t(`fault.outdated.${fault.older}`);
    case "notFound":
    case "offline":
    case "notKept":
    case "unavailable":
    case "internal":
      break;
  }
  return t(`fault.${fault.kind}`);
}

/** Seconds as what a person waits by: up to a minute and a half in seconds, then in minutes. */
function waitText(t: TFunction<"common">, seconds: number): string {
  if (seconds <= 90) return t("fault.limit.retryAfter", { count: seconds });
  return t("fault.limit.retryMinutes", { count: Math.ceil(seconds / 60) });
}
