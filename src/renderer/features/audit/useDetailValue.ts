import { useTranslation } from "react-i18next";
import type { ReviewScope } from "#contract/entities/review.ts";
import { permissions } from "#domain/policy/permissions.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { presets } from "#domain/policy/presets.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { reviewRhythms } from "#domain/review/schedule.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { Value } from "./changes.ts";

/** A recorded value in the words of the screens, on a line for each part; null where it says nothing. */
export function useDetailValue(policy: Policy): (field: string, value: Value | undefined) => string | null {
  const { t } = useTranslation("frame");
  const { t: audit } = useTranslation("audit");
  const { t: reviews } = useTranslation("reviews");
  const format = useFormat();
  const nouns = nounsOfPolicy(policy);
  const wordOf = (field: string, text: string): string => {
    if (field === "role" || field === "requestedRole") return nameOfRole(policy, text);
    if (field === "preset") return Object.values(presets).find(({ key }) => key === text)?.name ?? text;
    const rhythm = field === "rhythm" ? reviewRhythms.find((each) => each === text) : undefined;
    if (rhythm !== undefined) return reviews(`schedules.${rhythm}`);
    const scope = field === "scope" ? scopes.find((each) => each === text) : undefined;
    if (scope !== undefined) return audit(`scope.${scope}`, nouns);
    const permission = permissions.find((each) => each === text);
    if (permission !== undefined) return t(`permission.${permission}`, nouns);
    return moment.test(text) ? format.dateTime(text) : text;
  };
  const textOf = (field: string, value: Value | undefined): string | null => {
    if (value === undefined || value === null || value === "") return null;
    if (typeof value === "string") return wordOf(field, value);
    if (Array.isArray(value)) return listed(value.map((each) => textOf(field, each)));
    if (typeof value !== "object") return String(value);
    const parts = Object.entries(value).map(
      ([name, part]) => `${name}${Array.isArray(part) ? ": " : " → "}${textOf(field, part) ?? ""}`,
    );
    return parts.length === 0 ? null : parts.join("\n");
  };
  return textOf;
}

const scopes = ["all", "admins", "inactive", "workspace"] as const satisfies readonly ReviewScope["kind"][];

const listed = (words: readonly (string | null)[]): string | null =>
  words.length === 0 ? null : words.filter((word) => word !== null).join(", ");

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
