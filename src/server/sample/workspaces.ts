import { day } from "#domain/calendar/lengths.ts";
import { hasPermission, policyOf } from "#domain/policy/policy.ts";
import { slugOf } from "#domain/slug.ts";
import type { AccessScope } from "#domain/workspaceAccess.ts";
import type { WorkspaceStatus } from "#domain/workspaces.ts";
import { momentBetween, type SampleOrganization } from "./agency.ts";
import type { Random } from "./random.ts";

export interface SampleWorkspace {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly status: WorkspaceStatus;
  readonly reason: string;
  readonly createdAt: Date;
  /** When it was suspended or archived. */
  readonly endedAt: Date | null;
}

/** By which rule a member reaches workspaces; who is not named reaches none, or all by their role. */
export interface SampleAccess {
  readonly memberId: string;
  readonly scope: AccessScope;
  readonly future: boolean;
  readonly workspaceIds: readonly string[];
}

const firsts = [
  "Northlight",
  "Harbour",
  "Juniper",
  "Copperleaf",
  "Meridian",
  "Saltwater",
  "Fernwood",
  "Bluebird",
  "Kestrel",
  "Marigold",
  "Alder",
  "Lumen",
  "Tidewater",
  "Rowan",
  "Solstice",
  "Papaya",
] as const;
const seconds = [
  "Coffee",
  "Outdoor",
  "Skincare",
  "Bikes",
  "Bakery",
  "Audio",
  "Travel",
  "Ceramics",
  "Kitchen",
  "Kids",
] as const;
const descriptions = [
  "Always on, three markets",
  "Seasonal, spring and autumn",
  "Relaunch under way; the guide is in the folder",
  "",
] as const;
const reasons = [
  "The contract is being renewed",
  "Two invoices are open",
  "Paused by the client until the relaunch",
] as const;

/** The brands of an organization, created in its first two months; of five or more one is suspended and one archived. */
export function inventWorkspaces(random: Random, organization: SampleOrganization, until: Date): SampleWorkspace[] {
  const { createdAt: from, members, preset } = organization;
  const count = (preset === "agency" ? 3 : 2) + random.below(Math.min(6, 1 + Math.floor(members.length / 4)));
  const names = new Set<string>();
  while (names.size < count) names.add(`${random.pick(firsts)} ${random.pick(seconds)}`);
  return [...names].map((name, index) => {
    const start = new Date(from.getTime() + 60_000);
    const createdAt = momentBetween(random, start, new Date(Math.min(from.getTime() + 60 * day, until.getTime())));
    const status = count < 5 || index < 3 ? "active" : index === 3 ? "suspended" : index === 4 ? "archived" : "active";
    return {
      id: random.id(createdAt),
      name,
      slug: slugOf(name, "workspace"),
      description: random.pick(descriptions),
      status,
      reason: status === "suspended" ? random.pick(reasons) : "",
      createdAt,
      endedAt: status === "active" ? null : momentBetween(random, createdAt, until),
    };
  });
}

/** Most members work on a few brands, some on all, a few on none yet. */
export function inventAccess(
  random: Random,
  { preset, members }: SampleOrganization,
  workspaces: readonly SampleWorkspace[],
): SampleAccess[] {
  const policy = policyOf(preset);
  return members
    .filter(({ role }) => !hasPermission(policy, role, "workspace.viewAll"))
    .map(({ id: memberId }): SampleAccess => {
      if (random.chance(0.2)) return { memberId, scope: "all", future: true, workspaceIds: [] };
      if (random.chance(0.1)) return { memberId, scope: "none", future: false, workspaceIds: [] };
      const chosen = workspaces.filter(() => random.chance(0.4));
      const ids = (chosen.length === 0 ? workspaces.slice(0, 1) : chosen).map(({ id }) => id);
      return { memberId, scope: "chosen", future: random.chance(0.15), workspaceIds: ids };
    });
}
