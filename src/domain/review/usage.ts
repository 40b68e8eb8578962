import type { Permission, SystemPermission } from "../policy/permissions.ts";
import { isOwnerClass, outranks, permissionsOf, type Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import { safeOwners } from "../lockout.ts";

/**
 * What an audit log shows of what people used their roles for. Only acts leave events: whoever merely looks leaves
 * none, so nothing is said of permissions that no recorded act asks for.
 */
export interface UsageRecord {
  /** When the part of the log that was read begins, in milliseconds since 1970; all later events are in it. */
  readonly from: number;
  /** The permissions that some recorded act asks for. */
  readonly recorded: ReadonlySet<SystemPermission>;
  /** What each account was seen to use. */
  readonly used: ReadonlyMap<string, ReadonlySet<SystemPermission>>;
}

/** An act as the log tells of it; `at` in milliseconds since 1970. */
export interface RecordedAct {
  readonly accountId: string | null;
  readonly action: string;
  readonly at: number;
}

/**
 * Reads a record out of events. `permissionOf` gives the permission that an action asks for, null where membership is
 * enough or nobody acts.
 */
export function usageOf(
  acts: Iterable<RecordedAct>,
  from: number,
  permissionOf: ReadonlyMap<string, SystemPermission | null>,
): UsageRecord {
  const used = new Map<string, Set<SystemPermission>>();
  for (const { accountId, action, at } of acts) {
    const permission = permissionOf.get(action) ?? null;
    if (accountId === null || permission === null || at < from) continue;
    const known = used.get(accountId);
    if (known === undefined) used.set(accountId, new Set([permission]));
    else known.add(permission);
  }
  const recorded = new Set([...permissionOf.values()].filter((permission) => permission !== null));
  return { from, recorded, used };
}

/** A role that would have been enough for all that somebody was seen to do. */
export interface LesserRole {
  readonly role: RoleKey;
  /** What the role would take away and the log shows no use of. */
  readonly unused: readonly Permission[];
  /** What it would take away and the log cannot tell about. */
  readonly unrecorded: readonly Permission[];
}

/**
 * The lowest role that holds all that somebody was seen to use and adds nothing to what they have; null where theirs
 * is the lowest such, or where what it would take away leaves no trace in the log at all.
 */
export function lesserRole(
  policy: Policy,
  held: RoleKey,
  used: ReadonlySet<SystemPermission>,
  { recorded }: Pick<UsageRecord, "recorded">,
): LesserRole | null {
  const mine = permissionsOf(policy, held);
  const enough = [...policy.roles.values()]
    .filter(({ key }) => outranks(policy, held, key))
    .filter(({ key }) => {
      const theirs = permissionsOf(policy, key);
      return theirs.size < mine.size && theirs.isSubsetOf(mine) && used.intersection(mine).isSubsetOf(theirs);
    })
    .sort((a, b) => a.rank - b.rank || permissionsOf(policy, a.key).size - permissionsOf(policy, b.key).size);
  const role = enough[0]?.key;
  if (role === undefined) return null;
  const lost = [...mine.difference(permissionsOf(policy, role))];
  const observable: ReadonlySet<Permission> = recorded;
  const unused = lost.filter((permission) => observable.has(permission));
  if (unused.length === 0) return null;
  return { role, unused, unrecorded: lost.filter((permission) => !observable.has(permission)) };
}

/** Whether somebody may be told to hold more than they need: not the owners whom an organization had better keep. */
export const mayHoldLess = (policy: Policy, role: RoleKey, owners: number): boolean =>
  !isOwnerClass(policy, role) || owners > safeOwners;
