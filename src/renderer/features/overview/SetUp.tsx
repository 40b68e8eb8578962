import { VisuallyHidden } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { permissionsOf } from "#domain/policy/policy.ts";
import { policyFor, useDecide } from "#renderer/bridge/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import classes from "./Overview.module.css";
import { stepsOf, type Step } from "./steps.ts";

/** What a new organization still lacks, for those who can do something about it; gone once nothing is left. */
export function SetUp({ organization }: { organization: Organization }) {
  const { t } = useTranslation("overview");
  const steps = stepsOf(organization);
  const done = steps.filter((step) => step.done).length;
  const held = permissionsOf(policyFor(organization), organization.me.role);
  if (!steps.some((step) => !step.done && held.has(step.permission))) return null;
  return (
    <section aria-labelledby="set-up" className={classes["panel"]}>
      <header className={classes["panelHeader"]}>
        <h2 id="set-up">{t("setUp.title")}</h2>
        <span className={classes["progress"]}>{t("setUp.progress", { done, total: steps.length })}</span>
      </header>
      <ul className={classes["steps"]}>
        {steps.map((step) => (
          <li key={step.key}>
            <StepLine step={step} organization={organization} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepLine({ step, organization }: { step: Step; organization: Organization }) {
  const { t } = useTranslation("overview");
  const verdict = useDecide(organization)({ kind: "use", permission: step.permission });
  const Mark = step.done ? IconCircleCheckFilled : IconCircle;
  return (
    <Reason because={step.done ? null : verdict.sentence} position="left">
      <Link to={step.to} className={classes["step"]} data-done={step.done || undefined}>
        <Mark size={18} aria-hidden="true" />
        <VisuallyHidden>{step.done ? t("setUp.done") : t("setUp.open")}</VisuallyHidden>
        <span>
          <span className={classes["stepTitle"]}>{t(`setUp.step.${step.key}.title`)}</span>
          <span className={classes["stepText"]}>{t(`setUp.step.${step.key}.text`)}</span>
        </span>
      </Link>
    </Reason>
  );
}
