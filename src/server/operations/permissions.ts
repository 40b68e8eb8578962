import type { PermissionAnswer, PermissionQuestion } from "#contract/entities/permission.ts";
import { decide } from "#domain/policy/decide.ts";
import { isCustom } from "#domain/policy/policy.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { answerWhy } from "../permissions/explain.ts";
import { whoCan } from "../permissions/who-can.ts";
import { membersByRole } from "../storage/queries/member-standing.ts";

/** Answers without a query of its own; about others to whoever may see the team. */
function answering(context: OrganizationContext) {
  const { organization, policy, me, authentication } = context;
  const standing = { lastingOwners: organization.lastingOwners, held: organization.status === "held" };
  const facts = new Map(authentication.others.map((other) => [other.memberId, other]));
  facts.set(me.memberId, me);
  return ({ memberId = me.memberId, permission }: PermissionQuestion): PermissionAnswer => {
    if (memberId !== me.memberId) context.require({ kind: "use", permission: "member.view" });
    const decision = decide(policy, facts.get(memberId) ?? null, { kind: "use", permission }, standing);
    return { memberId, permission, allowed: decision.allowed, refusal: decision.allowed ? null : decision.reason };
  };
}

export const permissionHandlers = {
  "permission.matrix": async ({ db, organization, policy, me }) => {
    const { preset } = policy;
    const matrix = matrixOf(policy);
    const members = await membersByRole(db, organization.id);
    return {
      preset: preset.key,
      presetVersion: organization.presetVersion,
      presetName: preset.name,
      roles: matrix.roles.map((role) => ({
        ...role,
        custom: isCustom(policy, role.key),
        members: members.get(role.key) ?? 0,
      })),
      sections: matrix.sections,
      myRole: me.role,
    };
  },
  "permission.explain": answerWhy,
  "permission.whoCan": whoCan,
  "permission.check": async (context, question) => ({
    revision: context.organization.revision,
    ...answering(context)(question),
  }),
  "permission.checkMany": async (context, { questions }) => ({
    revision: context.organization.revision,
    answers: questions.map(answering(context)),
  }),
} satisfies Partial<Handlers>;
