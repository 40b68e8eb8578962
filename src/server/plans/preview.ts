import type { PlanChange, PlanPreview, PlanTarget, PlanVerdict, PreviewedItem } from "#contract/entities/plan.ts";
import { foldEmail } from "#domain/email.ts";
import { seats } from "#domain/membership.ts";
import { foresee, type Foresight, type Verdict } from "#domain/plan/foresee.ts";
import type { AccountContext } from "../dispatch/contexts.ts";
import { holds, priceOf, seatsOf, type Place } from "../people/managed.ts";
import { effectsOfPlan, type ForeseenPlan } from "./effects.ts";
import { loadOutlooks, type Outlooks } from "./outlooks.ts";
import { faultOf } from "./problems.ts";
import { resolvePlan, type ResolvedItem } from "./resolve.ts";

const told = (verdict: Verdict): PlanVerdict =>
  verdict.verdict === "fault" ? { verdict: "fault", fault: faultOf(verdict.problem) } : verdict;

const unknownOrganization: PlanVerdict = { verdict: "fault", fault: { kind: "notFound", what: "organization" } };

function countOf(verdicts: readonly { readonly verdict: PlanVerdict["verdict"] }[]) {
  const counts = { will: 0, nothing: 0, fault: 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

function previewedItem(item: ResolvedItem, place: Place | undefined, outlooks: Outlooks) {
  const { position, organizationId, accountId, name, email, role, folded } = item;
  // Somebody named by an address is known by name to those who see the team.
  const isSeen = folded !== "" && place !== undefined && holds(place, "member.view");
  const member = isSeen ? outlooks.member({ organizationId, folded }) : undefined;
  return { position, organizationId, accountId, name: name || (member?.name ?? ""), email, role };
}

function previewedOrganization(place: Place, { verdicts, after, invited }: Foresight) {
  const price = priceOf(place);
  const more = after.active - place.active_members;
  const cost = (seatsMore: number) =>
    price === null ? null : { amount: seatsMore * price.amount, currency: price.currency };
  const [atOnce, ifAccepted] = [cost(more), cost(more + invited)];
  return {
    organizationId: place.id,
    name: place.name,
    counts: countOf(verdicts),
    seats: {
      before: seatsOf(place),
      after: seats({ limit: place.seats_limit, active: after.active, pending: after.pending }),
    },
    cost: atOnce === null || ifAccepted === null ? null : { atOnce, ifAccepted },
    ownersLeft: after.owners,
  };
}

/** What a plan would do, by the rules of its commands and under the caller's present authority everywhere. */
export async function previewPlan(
  { services, account, caller }: Pick<AccountContext, "services" | "account" | "caller">,
  { change, targets }: { readonly change: PlanChange; readonly targets: readonly PlanTarget[] },
): Promise<PlanPreview> {
  const { system } = services.pools;
  const plan = await resolvePlan(system, account.id, change, targets);
  const actor = foldEmail(account.email);
  const outlooks = await loadOutlooks(system, plan, actor.ok ? actor.folded : account.email, caller.now);
  const items: PreviewedItem[] = [];
  const organizations: PlanPreview["organizations"] = [];
  const foreseen: ForeseenPlan[] = [];
  for (const [organizationId, group] of Map.groupBy(plan.items, (item) => item.organizationId)) {
    const place = plan.places.get(organizationId);
    const foresight =
      place === undefined ? null : foresee(outlooks.of(place), change.kind, group, caller.now.getTime());
    for (const [index, item] of group.entries()) {
      const verdict = foresight?.verdicts[index];
      items.push({
        ...previewedItem(item, place, outlooks),
        verdict: verdict === undefined ? unknownOrganization : told(verdict),
      });
    }
    if (place === undefined || foresight === null) continue;
    organizations.push(previewedOrganization(place, foresight));
    foreseen.push({ place, items: group, foresight, member: outlooks.member });
  }
  items.sort((a, b) => a.position - b.position);
  const [only] = foreseen;
  const isOne = only !== undefined && foreseen.length === 1 && only.items.length === items.length;
  const effects = isOne ? await effectsOfPlan(services.pools, only, caller.now) : null;
  return { items, organizations, counts: countOf(items.map(({ verdict }) => verdict)), effects };
}
