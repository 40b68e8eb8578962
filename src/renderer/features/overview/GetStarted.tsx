import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { onboardingSteps, seenSteps, type OnboardingStep } from "#domain/onboarding.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Checklist } from "./Checklist.tsx";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";

/** What is worth doing for somebody who has just joined; gone after 30 days, when done, or when put away. */
export function GetStarted({ organization }: { organization: Organization }) {
  const { t } = useTranslation("members");
  const { id: organizationId, me } = organization;
  const { data } = useOperation("onboarding.get", { organizationId });
  const mark = useCommand("onboarding.mark");
  if (!data?.shown) return null;
  const own = paths.member(organizationId, me.memberId);
  const places: Readonly<Record<OnboardingStep, string>> = {
    contact: own,
    timeZone: paths.account,
    workspaces: paths.section(organizationId, "workspaces"),
    notifications: own,
  };
  const visit = (step: OnboardingStep) => () => {
    const what = seenSteps.find((seen) => seen === step);
    if (what !== undefined && !data.done.includes(step)) void mark.run({ organizationId, what });
  };
  const items = onboardingSteps.map((key) => ({
    key,
    done: data.done.includes(key),
    title: t(`onboarding.step.${key}.title`, nounsOf(organization)),
    text: t(`onboarding.step.${key}.text`),
    to: places[key],
    onVisit: visit(key),
  }));
  const putAway = (
    <CommandButton
      variant="default"
      size="compact-xs"
      loading={mark.pending}
      onClick={() => void mark.run({ organizationId, what: "dismissed" })}
    >
      {t("onboarding.dismiss")}
    </CommandButton>
  );
  return <Checklist title={t("onboarding.title")} items={items} action={putAway} />;
}
