import type { Input } from "#contract/operations.ts";
import {
  judgeOffer,
  nameKey,
  type ImportProblem,
  type ImportReach,
  type JudgedOffer,
  type ReachedRole,
  type ReachedWorkspace,
} from "#domain/invitationImport.ts";
import { decide } from "#domain/policy/decide.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { timeZoneOf } from "../storage/queries/review-schedules.ts";
import { takenAddresses } from "../storage/queries/taken-addresses.ts";
import { seenNamed } from "../storage/queries/workspaces.ts";
import { viewerOf } from "../workspaces/viewer.ts";
import { passOver, readAddresses } from "./addresses.ts";
import type { Invitable } from "./send.ts";

type Line = Input<"invitation.import">["lines"][number];

/** A line that may become an invitation, and with what; or why it may not. */
export type JudgedLine =
  | { readonly line: number; readonly why: null; readonly address: Invitable; readonly offer: GoodOffer }
  | { readonly line: number; readonly why: ImportProblem };

type GoodOffer = Extract<JudgedOffer, { why: null }>;

/** Judges every line as if it were sent alone: the same addresses, roles and workspaces are refused. */
export async function judgeLines(context: OrganizationContext, lines: readonly Line[]): Promise<JudgedLine[]> {
  const { db, organization, caller } = context;
  const listed = readAddresses(lines.map(({ email }) => email));
  const folded = listed.flatMap((address) => (address.why === null ? [address.folded] : []));
  const [taken, workspaces, timeZone] = await Promise.all([
    takenAddresses(db, organization.id, folded, caller.now),
    reachedWorkspaces(context, lines),
    timeZoneOf(db, organization.id),
  ]);
  const addresses = passOver(listed, taken);
  const reach = { roles: reachedRoles(context), workspaces, now: caller.now.getTime(), timeZone };
  return lines.map((wanted, index): JudgedLine => {
    const { line } = wanted;
    const address = addresses[index];
    if (address === undefined) throw new Error("A line has no address");
    if (address.why !== null) return { line, why: address.why };
    const offer = judgeOffer(wanted, reach);
    return offer.why === null ? { line, why: null, address, offer } : { line, why: offer.why };
  });
}

/** Every role by key and by name; a key that is another role's name wins. */
function reachedRoles({ policy, me, organization }: OrganizationContext): Map<string, ReachedRole> {
  const roles = [...policy.roles.values()];
  const reached = roles.map((role): readonly [string, string, ReachedRole] => {
    const act = { kind: "invite", role: role.key } as const;
    const given = decide(policy, me, act, organization).allowed;
    const seesAll = hasPermission(policy, role.key, "workspace.viewAll");
    return [nameKey(role.name), nameKey(role.key), { key: role.key, given, seesAll }];
  });
  return new Map([
    ...reached.map(([name, , role]) => [name, role] as const),
    ...reached.map(([, key, role]) => [key, role] as const),
  ]);
}

async function reachedWorkspaces(
  context: OrganizationContext,
  lines: readonly Line[],
): Promise<ImportReach["workspaces"]> {
  const names = [...new Set(lines.flatMap(({ workspaces }) => workspaces.map(nameKey)))];
  const seen = names.length === 0 ? [] : await seenNamed(context.db, viewerOf(context), names);
  const byName = new Map<string, ReachedWorkspace | null>();
  for (const { id, slug, name } of seen) {
    byName.set(nameKey(name), byName.has(nameKey(name)) ? null : { id, slug });
  }
  for (const { id, slug } of seen) byName.set(slug, { id, slug }).set(id, { id, slug });
  return byName;
}
