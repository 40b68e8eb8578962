import { showsOnboarding, stepsDone, type OnboardingFacts } from "#domain/onboarding.ts";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { noteSeen, onboardingFacts, writeDetails } from "../storage/queries/member-details.ts";

type Row = NonNullable<Awaited<ReturnType<typeof onboardingFacts>>>;

const factsOf = (row: Row): OnboardingFacts => ({
  joinedAt: row.joined_at.getTime(),
  dismissed: row.onboarding_dismissed_at !== null,
  hasContact: Boolean(row.phone || row.job_title || row.department),
  notificationsSet: row.notifications_set_at !== null,
  // An account starts in UTC; whoever really lives there notes that they looked.
  timeZoneChosen: row.time_zone !== "UTC",
  seen: row.onboarding_seen ?? [],
});

export const onboardingHandlers = {
  "onboarding.get": async ({ db, organization, account, caller }) => {
    const facts = factsOf(found(await onboardingFacts(db, organization.id, account.id), "member"));
    return { shown: showsOnboarding(facts, caller.now.getTime()), done: [...stepsDone(facts)] };
  },
  "onboarding.mark": async ({ db, account, caller }, { organizationId, what }) => {
    const { id } = found(await onboardingFacts(db, organizationId, account.id), "organization");
    if (what === "dismissed") await writeDetails(db, organizationId, id, { onboarding_dismissed_at: caller.now });
    else await noteSeen(db, organizationId, id, what);
    return { marked: true };
  },
} satisfies Partial<Handlers>;
