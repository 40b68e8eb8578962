import { day } from "#domain/calendar/lengths.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { slugOf } from "#domain/slug.ts";
import { clientName } from "./clients.ts";
import type { SampleOptions } from "./options.ts";
import { inventPerson, manager, type SamplePerson } from "./people.ts";
import { randomOf, type Random } from "./random.ts";

export interface SampleMember {
  readonly id: string;
  readonly person: SamplePerson;
  readonly role: string;
  readonly ownerClass: boolean;
  readonly status: "active" | "removed";
  readonly joinedAt: Date;
  readonly lastSeenAt: Date | null;
  readonly removedAt: Date | null;
}

export interface SampleOrganization {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly preset: PresetKey;
  readonly createdAt: Date;
  /** The first one created the organization. */
  readonly members: readonly [SampleMember, ...SampleMember[]];
}

export interface SampleAgency {
  readonly manager: SamplePerson;
  readonly people: readonly SamplePerson[];
  readonly organizations: readonly SampleOrganization[];
}

export const historyDays = 730;

/** The agency works for clients of every kind, most of them under its own preset. */
const presetsByShare = [
  ...(["agency", "agency", "agency", "agency", "agency", "agency"] as const),
  ...(["publishing", "campaigns", "operations", "social"] as const),
] as const;

/** How many members each organization has: at least two, the rest spread unevenly, the total as asked. */
export function spread(total: number, organizations: number, random: Random): number[] {
  const weights = Array.from({ length: organizations }, () => 0.15 + random.next() ** 3);
  const sum = weights.reduce((a, b) => a + b, 0);
  const counts = weights.map((weight) => 2 + Math.floor(((total - organizations * 2) * weight) / sum));
  const missing = total - counts.reduce((a, b) => a + b, 0);
  for (let index = 0; index < missing; index += 1)
    counts[index % organizations] = (counts[index % organizations] ?? 0) + 1;
  return counts;
}

/** A moment in working hours between two instants. */
export function momentBetween(random: Random, from: Date, to: Date): Date {
  const days = Math.max(0, (to.getTime() - from.getTime()) / day);
  const at = new Date(from.getTime() + random.next() * days * day);
  at.setUTCHours(7 + random.below(11), random.below(60), random.below(60), random.below(1000));
  return at > to ? to : at < from ? from : at;
}

class Directory {
  readonly people: SamplePerson[] = [];
  readonly #random: Random;
  readonly #start: Date;
  constructor(random: Random, start: Date) {
    this.#random = random;
    this.#start = start;
  }
  add(domain: string): SamplePerson {
    const person = inventPerson(this.#random, this.people.length + 1, domain, this.#start);
    this.people.push(person);
    return person;
  }
}

function roleFor(random: Random, preset: PresetKey, index: number): string {
  const ranked = [...presetOf(preset).roles].sort((a, b) => b.rank - a.rank).map((role) => role.key);
  const [top = "owner", middle = top] = ranked;
  const lowest = ranked.at(-1) ?? top;
  if (index === 0) return top;
  if (index === 1 && random.chance(0.7)) return top;
  return random.chance(0.12) ? (ranked.length > 2 ? middle : lowest) : lowest;
}

interface Plan {
  readonly random: Random;
  readonly directory: Directory;
  readonly staff: readonly [SamplePerson, ...SamplePerson[]];
  readonly manager: SamplePerson;
  readonly until: Date;
}

function planOrganization(plan: Plan, index: number, size: number): SampleOrganization {
  const { random, until } = plan;
  const start = new Date(until.getTime() - historyDays * day);
  const createdAt = index === 0 ? start : momentBetween(random, start, new Date(until.getTime() - 120 * day));
  const name = index === 0 ? "Brightside Agency" : clientName(index - 1);
  const preset = index === 0 ? "agency" : random.pick(presetsByShare);
  const slug = slugOf(name);
  const members = planMembers(
    plan,
    { preset, createdAt, domain: `${slug}.example`, own: index % 5 < 2 || index === 0 },
    size,
  );
  return { id: random.id(createdAt), name, slug, preset, createdAt, members };
}

function planMembers(
  plan: Plan,
  of: { preset: PresetKey; createdAt: Date; domain: string; own: boolean },
  size: number,
): [SampleMember, ...SampleMember[]] {
  const { random, directory, staff } = plan;
  const joined = new Set<string>([plan.manager.id]);
  const invite = (): SamplePerson => {
    const colleague = random.pick(staff);
    if (!random.chance(0.2) || joined.has(colleague.id)) return directory.add(of.domain);
    joined.add(colleague.id);
    return colleague;
  };
  // Where the agency does not own its client's organization, somebody of the client created it.
  const first = of.own ? plan.manager : directory.add(of.domain);
  const second = of.own ? invite() : plan.manager;
  const others = Array.from({ length: size - 2 }, invite);
  const [creator, ...rest] = [first, second, ...others].map((person, index) => planMember(plan, of, person, index));
  if (creator === undefined) throw new Error("An organization needs a creator");
  return [creator, ...rest];
}

function planMember(
  { random, until }: Plan,
  of: { preset: PresetKey; createdAt: Date },
  person: SamplePerson,
  index: number,
): SampleMember {
  const role = roleFor(random, of.preset, index);
  const ownerClass = presetOf(of.preset).roles.some((known) => known.key === role && known.ownerClass);
  const joinedAt =
    index === 0 ? of.createdAt : momentBetween(random, new Date(of.createdAt.getTime() + 2 * day), until);
  const removed = index > 1 && !ownerClass && random.chance(0.03);
  const removedAt = removed ? momentBetween(random, joinedAt, until) : null;
  const seen = random.chance(0.9) ? new Date(until.getTime() - Math.floor(random.next() ** 3 * 200 * day)) : null;
  const lastSeenAt = seen !== null && seen > joinedAt ? seen : null;
  const status = removed ? "removed" : "active";
  return { id: random.id(joinedAt), person, role, ownerClass, status, joinedAt, lastSeenAt, removedAt };
}

/** The whole agency, from the seed alone: equal options give equal people, roles and identifiers. */
export function inventAgency(options: SampleOptions): SampleAgency {
  const random = randomOf(options.seed);
  const start = new Date(options.until.getTime() - historyDays * day);
  const directory = new Directory(random, start);
  const head: SamplePerson = { id: random.id(start), ...manager, createdAt: start };
  directory.people.push(head);
  const staffSize = Math.max(3, Math.floor(options.members / 60));
  const [lead, ...colleagues] = Array.from({ length: staffSize }, () => directory.add("brightside.example"));
  const plan: Plan = { random, directory, staff: [lead ?? head, ...colleagues], manager: head, until: options.until };
  const sizes = spread(options.members, options.organizations, random);
  const organizations = sizes.map((size, index) => planOrganization(plan, index, size));
  return { manager: head, people: directory.people, organizations };
}
