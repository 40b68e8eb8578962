import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { permissionsOf } from "#domain/policy/policy.ts";
import { policyFor, useDecide } from "#renderer/bridge/decision.ts";
import { Checklist } from "./Checklist.tsx";
import { stepsOf } from "./steps.ts";

/** What a new organization still lacks, for those who can do something about it; gone once nothing is left. */
export function SetUp({ organization }: { organization: Organization }) {
  const { t } = useTranslation("overview");
  const decide = useDecide(organization);
  const steps = stepsOf(organization);
  const held = permissionsOf(policyFor(organization), organization.me.role);
  if (!steps.some((step) => !step.done && held.has(step.permission))) return null;
  const items = steps.map(({ permission, ...step }) => ({
    ...step,
    title: t(`setUp.step.${step.key}.title`),
    text: t(`setUp.step.${step.key}.text`),
    because: decide({ kind: "use", permission }).sentence,
  }));
  return <Checklist title={t("setUp.title")} items={items} />;
}
