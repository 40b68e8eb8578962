import { isOwnerClass } from "#domain/policy/policy.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { guardOwners } from "../lockout/guard.ts";
import { cancelForbidden } from "../ownership/cancel.ts";
import { planSwitch } from "../roles/plan-switch.ts";
import { ownersOfTeam } from "../storage/queries/deletions.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";
import { reassignRoles, setPreset, setSwitches } from "../storage/queries/roles.ts";
import { invalid } from "./invalid.ts";

export const roleRuleHandlers = {
  "organization.switchPreset": async (context, { preset, roles }) => {
    const { db, account, organization, policy } = context;
    context.require({ kind: "setRules" });
    if (preset === policy.preset.key) refuse({ kind: "conflict", code: "samePreset" });
    const plan = await planSwitch(context, preset, new Map(Object.entries(roles)));
    // An owner's power may go to others: who has it is known before, who is left afterwards.
    const takesPower = plan.changes.some(({ from, ownerClass }) => isOwnerClass(policy, from) && !ownerClass);
    const former = takesPower ? await ownersOfTeam(db, organization.id) : [];
    await setPreset(db, organization.id, {
      preset,
      version: presetOf(preset).version,
      customRoles: plan.policy.customRoles,
    });
    await reassignRoles(db, organization.id, plan.changes);
    const guarded = await guardOwners(context, former);
    const cancelled = await cancelForbidden(context, plan.policy);
    const target = { type: "organization", id: organization.id, name: organization.name } as const;
    return {
      events: [
        { target, before: { preset: policy.preset.key }, after: { preset, ...plan.told, ...guarded } },
        ...cancelled,
      ],
      output: () => loadOrganization(db, account.id, organization.id),
      outputReads: true,
    };
  },
  "organization.setRules": async (context, { adminsDemoteAdmins }) => {
    const { db, account, organization, policy } = context;
    context.require({ kind: "setRules" });
    const { switches } = policy;
    if (switches.adminsDemoteAdmins === adminsDemoteAdmins) {
      invalid("", "nothingToChange", "Nothing differs from what is stored");
    }
    await setSwitches(db, organization.id, { ...organization.switches, adminsDemoteAdmins });
    const target = { type: "organization", id: organization.id, name: organization.name } as const;
    const before = { adminsDemoteAdmins: switches.adminsDemoteAdmins };
    return {
      events: [{ target, before, after: { adminsDemoteAdmins } }],
      output: () => loadOrganization(db, account.id, organization.id),
      outputReads: true,
    };
  },
} satisfies Partial<Handlers>;
