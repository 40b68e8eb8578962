import { useTranslation } from "react-i18next";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { audit } from "#renderer/i18n/locales/en/audit.ts";

type Detail = keyof typeof audit.detail;

const isDetail = (field: string): field is Detail => Object.hasOwn(audit.detail, field);

/** What a recorded detail is called; one that came later than these words keeps its own name. */
export function useDetailName(): (field: string) => string {
  const { t } = useTranslation("audit");
  const nouns = nounsOf(useOrganization());
  return (field) => (isDetail(field) ? t(`detail.${field}`, nouns) : field);
}
