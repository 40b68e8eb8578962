import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { permissionsOf } from "#domain/policy/policy.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Checklist } from "./Checklist.tsx";
import { stepsOf } from "./steps.ts";

/** What a new organization still lacks, for those who can do something about it; gone once nothing is left. */
export function SetUp({ organization }: { organization: Organization }) {
  const { t } = useTranslation("overview");
  const refusal = useRefusal(organization);
  const steps = stepsOf(organization);
  const held = permissionsOf(policyFor(organization), organization.me.role);
  if (!steps.some((step) => !step.done && held.has(step.permission))) return null;
  const items = steps.map(({ permission, ...step }) => ({
    ...step,
    title: t(`setUp.step.${step.key}.title`),
    text: t(`setUp.step.${step.key}.text`),
    refused: refusal({ kind: "use", permission }),
  }));
  return <Checklist title={t("setUp.title")} items={items} />;
}
