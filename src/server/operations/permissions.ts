import { decide } from "#domain/policy/decide.ts";
import { isCustom } from "#domain/policy/policy.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { answerWhy } from "../permissions/explain.ts";
import { whoCan } from "../permissions/who-can.ts";
import { membersByRole } from "../storage/queries/member-standing.ts";

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
  /** Needs no query of its own; answers about others need the right to see the team. */
  "permission.check": async (context, { questions }) => {
    const { organization, policy, me, authentication } = context;
    const standing = { owners: organization.owners, held: organization.status === "held" };
    const facts = new Map(authentication.others.map((other) => [other.memberId, other]));
    facts.set(me.memberId, me);
    if (questions.some(({ memberId = me.memberId }) => memberId !== me.memberId)) {
      context.require({ kind: "use", permission: "member.view" });
    }
    return {
      revision: organization.revision,
      answers: questions.map(({ memberId = me.memberId, permission }) => {
        const act = { kind: "use", permission } as const;
        const decision = decide(policy, facts.get(memberId) ?? null, act, standing);
        return { memberId, permission, allowed: decision.allowed, refusal: decision.allowed ? null : decision.reason };
      }),
    };
  },
} satisfies Partial<Handlers>;
