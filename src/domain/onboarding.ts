import { day } from "./calendar/lengths.ts";

/** How long a new member sees the checklist, in milliseconds (`requirements/004…`, 'Team Member Onboarding'). */
export const onboardingPeriod = 30 * day;

export const onboardingSteps = ["contact", "timeZone", "workspaces", "notifications"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** The steps that leave no trace elsewhere, so that looking is noted. */
export const seenSteps = ["timeZone", "workspaces"] as const satisfies readonly OnboardingStep[];

/** What is known of a new member. Times are milliseconds since 1970. */
export interface OnboardingFacts {
  readonly joinedAt: number;
  readonly dismissed: boolean;
  readonly hasContact: boolean;
  readonly notificationsSet: boolean;
  /** Whether the account's time zone was chosen. */
  readonly timeZoneChosen: boolean;
  readonly seen: readonly string[];
}

/** Which steps are done, in their order. */
export function stepsDone(facts: OnboardingFacts): readonly OnboardingStep[] {
  const done: Readonly<Record<OnboardingStep, boolean>> = {
    contact: facts.hasContact,
    timeZone: facts.timeZoneChosen || facts.seen.includes("timeZone"),
    workspaces: facts.seen.includes("workspaces"),
    notifications: facts.notificationsSet,
  };
  return onboardingSteps.filter((step) => done[step]);
}

/** Whether the checklist still shows: within its time, not put away, something left to do. */
export function showsOnboarding(facts: OnboardingFacts, now: number): boolean {
  return (
    !facts.dismissed && now < facts.joinedAt + onboardingPeriod && stepsDone(facts).length < onboardingSteps.length
  );
}
