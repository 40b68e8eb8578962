import type { AuditAction } from "#contract/audit.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { genesisHash, hashOf, type SealedEvent } from "#domain/audit/chain.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { sha256 } from "../dispatch/audit.ts";
import { momentBetween, type SampleMember, type SampleOrganization } from "./agency.ts";
import type { SampleInvitation } from "./invitations.ts";
import type { Random } from "./random.ts";

interface Happening {
  readonly at: Date;
  readonly actor: SampleMember | null;
  readonly actorName: string;
  readonly action: AuditAction;
  readonly target: AuditEvent["target"];
  readonly before: AuditEvent["before"];
  readonly after: AuditEvent["after"];
}

interface Story {
  readonly random: Random;
  readonly organization: SampleOrganization;
  readonly invitations: readonly SampleInvitation[];
  readonly until: Date;
}

const by = (member: SampleMember) => ({ actor: member, actorName: member.person.name });
const memberTarget = (member: SampleMember) => ({ type: "member", id: member.id, name: member.person.name }) as const;
const invitationTarget = (invitation: SampleInvitation) =>
  ({ type: "invitation", id: invitation.id, name: invitation.email }) as const;

/** The creation, every invitation and what became of it, every joining and removal: what the tables hold anyway. */
function necessary({ organization, invitations, random, until }: Story): Happening[] {
  const [creator] = organization.members;
  const self = { type: "organization", id: organization.id, name: organization.name } as const;
  const created: Happening = {
    at: organization.createdAt,
    ...by(creator),
    action: "organization.created",
    target: self,
    before: null,
    after: { name: organization.name, preset: organization.preset, slug: organization.slug },
  };
  const after = (at: Date): Date =>
    at < organization.createdAt ? new Date(organization.createdAt.getTime() + 1000) : at;
  const sent = invitations.map((one): Happening => ({
    at: after(one.createdAt),
    ...by(creator),
    action: "invitation.sent",
    target: invitationTarget(one),
    before: null,
    after: { email: one.email, role: one.role },
  }));
  const ended = invitations.flatMap((one): Happening[] => {
    const at = momentBetween(random, one.createdAt, one.expiresAt > until ? until : one.expiresAt);
    const ends = { at, target: invitationTarget(one), before: { status: "pending" }, after: { status: one.status } };
    if (one.status === "revoked") return [{ ...ends, ...by(creator), action: "invitation.revoked" }];
    if (one.status === "declined")
      return [{ ...ends, actor: null, actorName: one.email, action: "invitation.declined" }];
    if (one.status === "expired")
      return [{ ...ends, at: one.expiresAt, actor: null, actorName: "Orgdesk", action: "invitation.expired" }];
    return [];
  });
  const joined = organization.members.slice(1).map((member): Happening => ({
    at: after(member.joinedAt),
    ...by(member),
    action: "member.joined",
    target: memberTarget(member),
    before: null,
    after: { role: member.role },
  }));
  const removed = organization.members.flatMap((member): Happening[] =>
    member.removedAt === null
      ? []
      : [
          {
            at: member.removedAt,
            ...by(creator),
            action: "member.removed",
            target: memberTarget(member),
            before: { role: member.role },
            after: null,
          },
        ],
  );
  return [created, ...sent, ...ended, ...joined, ...removed];
}

const descriptions = [
  "Runs its campaigns with us",
  "Quarterly review in progress",
  "New season, new brand guide",
  "Under a retainer",
] as const;

/** Everyday changes that leave the tables as they are: descriptions edited, roles tried out and given back. */
function everyday({ organization, random, until }: Story, count: number): Happening[] {
  const [creator] = organization.members;
  const roles = presetOf(organization.preset).roles.map((role) => role.key);
  const happenings: Happening[] = [];
  while (happenings.length < count) {
    const member = organization.members[1 + random.below(organization.members.length - 1)] ?? creator;
    const at = momentBetween(
      random,
      new Date(Math.max(member.joinedAt.getTime(), organization.createdAt.getTime() + 1000)),
      until,
    );
    const other = roles[random.below(roles.length)] ?? member.role;
    if (random.chance(0.35) && other !== member.role && member !== creator && count - happenings.length >= 2) {
      const back = new Date(Math.min(at.getTime() + 3_600_000, until.getTime()));
      const change = { ...by(creator), action: "member.roleChanged", target: memberTarget(member) } as const;
      happenings.push({ ...change, at, before: { role: member.role }, after: { role: other } });
      happenings.push({ ...change, at: back, before: { role: other }, after: { role: member.role } });
    } else {
      const target = { type: "organization", id: organization.id, name: organization.name } as const;
      const [before, after] = [{ description: random.pick(descriptions) }, { description: random.pick(descriptions) }];
      happenings.push({ at, ...by(creator), action: "organization.updated", target, before, after });
    }
  }
  return happenings;
}

/** The least number of events that an organization's rows need behind them. */
export const necessaryEvents = (story: Story): number => necessary(story).length;

/** An organization's audit log with a valid chain: what its rows need, filled up to `count` with everyday changes. */
export function tell(story: Story, count: number): SealedEvent[] {
  const needed = necessary(story);
  const filler = everyday(story, Math.max(0, count - needed.length));
  const happenings = [...needed, ...filler].sort((a, b) => a.at.getTime() - b.at.getTime());
  let previousHash = genesisHash;
  return happenings.map((happening, index) => {
    const event = {
      organizationId: story.organization.id,
      revision: index + 1,
      id: story.random.id(happening.at),
      at: happening.at.toISOString(),
      actorAccountId: happening.actor?.person.id ?? null,
      actorName: happening.actorName,
      action: happening.action,
      targetType: happening.target.type,
      targetId: happening.target.id,
      targetName: happening.target.name,
      before: happening.before,
      after: happening.after,
      requestId: story.random.id(happening.at),
    };
    const sealed = { ...event, previousHash, hash: hashOf(previousHash, event, sha256) };
    previousHash = sealed.hash;
    return sealed;
  });
}
