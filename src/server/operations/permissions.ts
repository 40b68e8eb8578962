import { decide } from "#domain/policy/decide.ts";
import type { MemberFacts } from "#domain/policy/decision.ts";
import { isCustom } from "#domain/policy/policy.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { answerWhy } from "../permissions/explain.ts";
import { whoCan } from "../permissions/who-can.ts";
import { membersByRole } from "../storage/queries/member-standing.ts";
import { standingTogether } from "../storage/queries/standing-together.ts";

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
  /** Answers about the caller need no query; those about others share one, and need the right to see the team. */
  "permission.check": async (context, { questions }) => {
    const { services, organization, policy, me } = context;
    const asked = questions.map(({ memberId, permission }) => ({
      memberId: memberId?.toLowerCase() ?? me.memberId,
      permission,
    }));
    const others = new Set(asked.map(({ memberId }) => memberId));
    others.delete(me.memberId);
    const facts = new Map<string, MemberFacts>([[me.memberId, me]]);
    if (others.size > 0) {
      context.require({ kind: "use", permission: "member.view" });
      const found = await standingTogether(services.pools, organization.id, [...others]);
      for (const other of found) facts.set(other.memberId, other);
    }
    return {
      revision: organization.revision,
      answers: asked.map(({ memberId, permission }) => {
        const act = { kind: "use", permission } as const;
        const decision = decide(policy, facts.get(memberId) ?? null, act, { owners: organization.owners });
        return { memberId, permission, allowed: decision.allowed, refusal: decision.allowed ? null : decision.reason };
      }),
    };
  },
} satisfies Partial<Handlers>;
