import { answered, type Answer } from "#contract/answer.ts";
import type { ActQuestion } from "#contract/entities/explanation.ts";
import type { PermissionAnswer, PermissionQuestion } from "#contract/entities/permission.ts";
import type { SnapshotMember } from "#contract/entities/snapshot.ts";
import { decide } from "#domain/policy/decide.ts";
import type { Act, MemberFacts, TargetFacts } from "#domain/policy/decision.ts";
import { explainAct } from "#domain/policy/explainAct.ts";
import type { Helpers } from "#domain/policy/helpers.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import type { OrganizationAnswer } from "./answer.ts";
import { notFound, refusalOf } from "./faults.ts";
import { statusNow } from "./statusNow.ts";

const mostNamed = 10;

const meIn = ({ facts }: OrganizationRows): TargetFacts => ({ ...facts.organization.me, status: "active" });

type Found = { readonly facts: TargetFacts } | { readonly fault: Answer<never> };

/** Facts about another member are for those who may see the team. */
function factsOf(rows: OrganizationRows, memberId: string | undefined, now: Date): Found {
  const me = meIn(rows);
  if (memberId === undefined || memberId === me.memberId) return { facts: me };
  const refused = refusalOf(rows, "member.view");
  if (refused !== null) return { fault: refused };
  const member = rows.members().byId(memberId);
  if (member === undefined) return { fault: notFound("member") };
  const { id, role, accessUntil } = member;
  return { facts: { memberId: id, role, status: statusNow(member, now), ends: accessUntil !== null } };
}

function actOf(
  rows: OrganizationRows,
  question: ActQuestion,
  subject: TargetFacts,
  now: Date,
): { readonly act: Act } | { readonly fault: Answer<never> } {
  if (question.kind === "leave") return { act: { ...question, ends: subject.ends } };
  if (!("targetId" in question)) return { act: question };
  const { targetId, ...act } = question;
  const found = factsOf(rows, targetId, now);
  if ("fault" in found) return found;
  const { facts: target } = found;
  return { act: act.kind === "reinstate" ? { ...act, target, role: target.role } : { ...act, target } };
}

const explainPermission: OrganizationAnswer<"permission.explain"> = (rows, { memberId, question }, { now }) => {
  const subject = factsOf(rows, memberId, now);
  if ("fault" in subject) return subject.fault;
  const asked = actOf(rows, question, subject.facts, now);
  if ("fault" in asked) return asked.fault;
  const { lastingOwners, purgeAt } = rows.facts.organization;
  const { helpers, ...explained } = explainAct(rows.policy, subject.facts, asked.act, {
    lastingOwners,
    held: purgeAt !== null,
  });
  return answered({ ...explained, helpers: helpers === null ? null : namedHelpers(rows, helpers, subject.facts, now) });
};

function namedHelpers(rows: OrganizationRows, { how, roles }: Helpers, subject: MemberFacts, now: Date) {
  const { facts, policy } = rows;
  const held = new Map(facts.matrix.roles.map(({ key, members }) => [key, members]));
  const self = subject.status === "active" && roles.includes(subject.role) ? 1 : 0;
  const total = roles.reduce((sum, role) => sum + (held.get(role) ?? 0), 0) - self;
  const seesTeam = hasPermission(policy, facts.organization.me.role, "member.view");
  const holders = (member: SnapshotMember) =>
    roles.includes(member.role) && member.id !== subject.memberId && statusNow(member, now) === "active";
  const people = (seesTeam ? rows.members().rows.filter(holders) : [])
    .toSorted(seenLastFirst)
    .slice(0, mostNamed)
    .map(({ id, name, role, lastSeenAt }) => ({ memberId: id, name, role, lastSeenAt }));
  return { how, roles: [...roles], people, total };
}

const seenAt = ({ lastSeenAt }: SnapshotMember): number => (lastSeenAt === null ? 0 : Date.parse(lastSeenAt));

const seenLastFirst = (a: SnapshotMember, b: SnapshotMember): number => seenAt(b) - seenAt(a) || (a.id < b.id ? -1 : 1);

/** What refuses these questions: only who may see the team asks about others. */
function refusalOfAsking(rows: OrganizationRows, questions: readonly PermissionQuestion[]) {
  const me = rows.facts.organization.me.memberId;
  const others = questions.some(({ memberId = me }) => memberId.toLowerCase() !== me);
  return others ? refusalOf(rows, "member.view") : null;
}

function answering(rows: OrganizationRows, now: Date) {
  const me = meIn(rows);
  const { lastingOwners, purgeAt } = rows.facts.organization;
  const standing = { lastingOwners, held: purgeAt !== null };
  return ({ memberId: asked = me.memberId, permission }: PermissionQuestion): PermissionAnswer => {
    const memberId = asked.toLowerCase();
    const found = factsOf(rows, memberId, now);
    const decision = decide(rows.policy, "facts" in found ? found.facts : null, { kind: "use", permission }, standing);
    return { memberId, permission, allowed: decision.allowed, refusal: decision.allowed ? null : decision.reason };
  };
}

const checkPermission: OrganizationAnswer<"permission.check"> = (rows, question, { now }) =>
  refusalOfAsking(rows, [question]) ?? answered({ revision: rows.facts.revision, ...answering(rows, now)(question) });

const checkPermissions: OrganizationAnswer<"permission.checkMany"> = (rows, { questions }, { now }) =>
  refusalOfAsking(rows, questions) ??
  answered({ revision: rows.facts.revision, answers: questions.map(answering(rows, now)) });

export const permissionAnswers = {
  "permission.explain": explainPermission,
  "permission.check": checkPermission,
  "permission.checkMany": checkPermissions,
};
