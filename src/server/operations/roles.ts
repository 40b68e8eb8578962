import { mostCustomRoles, type CustomRole } from "#domain/policy/customRole.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { copyOf, drafted, sameDraft, type RoleDraft } from "../roles/shape.ts";
import { newId } from "../storage/ids.ts";
import { formerRoles, holdersOf, reassignRoles, roleUse, setCustomRoles } from "../storage/queries/roles.ts";
import { invalid } from "./invalid.ts";

const targetOf = ({ key, name }: CustomRole) => ({ type: "role", id: key, name }) as const;

/** A role as an event tells it. */
const told = ({ name, description, rank, permissions }: RoleDraft) => ({
  name,
  description,
  rank,
  permissions: [...permissions],
});

/** The fields in which two roles differ. */
function difference(before: RoleDraft, after: RoleDraft) {
  const [was, is] = [told(before), told(after)];
  const fields = (Object.keys(was) as (keyof typeof was)[]).filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  );
  const of = (role: typeof was) => Object.fromEntries(fields.map((field) => [field, role[field]]));
  return { before: of(was), after: of(is) };
}

const customRole = ({ policy }: OrganizationContext, key: string): CustomRole =>
  found(
    policy.customRoles.find((role) => role.key === key),
    "role",
  );

/** An event names so many people one by one; of more it tells the number. */
const mostNamed = 200;

const mostFormer = 500;

export const roleHandlers = {
  "role.listUse": async ({ db, organization }) => ({ items: await roleUse(db, organization.id) }),
  "role.listFormer": async ({ db, organization, policy }) => {
    const current = policy.customRoles.map(({ key }) => key);
    return { items: await formerRoles(db, organization.id, current, mostFormer) };
  },
  "role.create": async (context, input) => {
    const { organizationId: _, from, ...given } = input;
    const { db, organization, policy } = context;
    const base = from === undefined ? { name: "", description: "", rank: 1, permissions: [] } : copyOf(policy, from);
    const role: CustomRole = { key: newId(), ...drafted(policy, base, given) };
    context.require({ kind: "createRole", shape: role });
    if (policy.customRoles.length >= mostCustomRoles) refuse({ kind: "limitReached", limit: "roles" });
    await setCustomRoles(db, organization.id, [...policy.customRoles, role]);
    const after = from === undefined ? told(role) : { ...told(role), from };
    return { events: [{ target: targetOf(role), before: null, after }], output: () => role };
  },
  "role.update": async (context, input) => {
    const { organizationId: _, role: key, was, ...given } = input;
    const { db, organization, policy } = context;
    const current = customRole(context, key);
    const role: CustomRole = { key, ...drafted(policy, current, given, key) };
    context.require({ kind: "editRole", role: key, shape: role });
    if (was !== undefined && !sameDraft(was, current)) refuse({ kind: "conflict", code: "stateMoved" });
    if (sameDraft(role, current)) invalid("", "nothingToChange", "Nothing differs from what is stored");
    const roles = policy.customRoles.map((other) => (other.key === key ? role : other));
    await setCustomRoles(db, organization.id, roles);
    return { events: [{ target: targetOf(role), ...difference(current, role) }], output: () => role };
  },
  "role.delete": async (context, { role: key, reassignTo }) => {
    const { db, organization, policy } = context;
    const role = customRole(context, key);
    if (reassignTo === key) invalid("reassignTo", "sameRole", "Choose another role");
    context.require({ kind: "deleteRole", role: key, to: reassignTo });
    const [uses, holders] = await Promise.all([
      roleUse(db, organization.id),
      holdersOf(db, organization.id, key, mostNamed),
    ]);
    const { role: _, ...moved } = uses.find((use) => use.role === key) ?? { role: key, ...nobody };
    await reassignRoles(db, organization.id, [
      { from: key, to: reassignTo, ownerClass: isOwnerClass(policy, reassignTo) },
    ]);
    const roles = policy.customRoles.filter((other) => other.key !== key);
    await setCustomRoles(db, organization.id, roles);
    const to = policy.roles.get(reassignTo)?.name ?? reassignTo;
    const after = { reassignedTo: to, ...moved, memberIds: holders };
    return { events: [{ target: targetOf(role), before: told(role), after }], output: () => ({ role, moved }) };
  },
} satisfies Partial<Handlers>;

const nobody = { active: 0, deactivated: 0, removed: 0, invitations: 0 };
