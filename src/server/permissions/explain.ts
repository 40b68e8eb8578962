import type { ActQuestion } from "#contract/entities/explanation.ts";
import type { Input, Output } from "#contract/operations.ts";
import type { Act, MemberFacts, TargetFacts } from "#domain/policy/decision.ts";
import { explainAct } from "#domain/policy/explainAct.ts";
import type { Helpers } from "#domain/policy/helpers.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import { holdersSeenLast } from "../storage/queries/change-facts.ts";
import { membersByRole, standingOf } from "../storage/queries/member-standing.ts";

const mostNamed = 10;

/** Facts about another member are for those who may see the team. */
async function factsOf(context: OrganizationContext, memberId: string): Promise<TargetFacts> {
  const { db, organization, me } = context;
  if (memberId !== me.memberId) context.require({ kind: "use", permission: "member.view" });
  return found(await standingOf(db, organization.id, memberId), "member");
}

async function actOf(context: OrganizationContext, question: ActQuestion, subjectId: string): Promise<Act> {
  if (question.kind === "leave") return { ...question, ends: (await factsOf(context, subjectId)).ends };
  if (!("targetId" in question)) return question;
  const { targetId, ...act } = question;
  const target = await factsOf(context, targetId);
  return act.kind === "reinstate" ? { ...act, target, role: target.role } : { ...act, target };
}

/** Why a member may do something or not, and who could help. */
export async function answerWhy(
  context: OrganizationContext,
  { memberId, question }: Input<"permission.explain">,
): Promise<Output<"permission.explain">> {
  const { organization, policy, me } = context;
  const subject = memberId === undefined ? me : await factsOf(context, memberId);
  const act = await actOf(context, question, subject.memberId);
  const facts = { lastingOwners: organization.lastingOwners, held: organization.status === "held" };
  const { helpers, ...explained } = explainAct(policy, subject, act, facts);
  return { ...explained, helpers: helpers === null ? null : await namedHelpers(context, helpers, subject) };
}

async function namedHelpers(
  { db, organization, policy, me }: OrganizationContext,
  helpers: Helpers,
  subject: MemberFacts,
) {
  const { how, roles } = helpers;
  const seesTeam = hasPermission(policy, me.role, "member.view");
  const [members, rows] = await Promise.all([
    membersByRole(db, organization.id),
    seesTeam ? holdersSeenLast(db, organization.id, roles, mostNamed + 1) : [],
  ]);
  const self = subject.status === "active" && roles.includes(subject.role) ? 1 : 0;
  const total = roles.reduce((sum, role) => sum + (members.get(role) ?? 0), 0) - self;
  const people = rows
    .filter(({ id }) => id !== subject.memberId)
    .slice(0, mostNamed)
    .map(({ id, name, role, last_seen_at }) => ({
      memberId: id,
      name,
      role,
      lastSeenAt: last_seen_at?.toISOString() ?? null,
    }));
  return { how, roles: [...roles], people, total };
}
