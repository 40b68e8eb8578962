import type { AuditAction } from "#contract/audit.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { genesisHash, hashOf, type SealedEvent } from "#domain/audit/chain.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { sha256 } from "../dispatch/audit.ts";
import { momentBetween, type SampleMember, type SampleOrganization } from "./agency.ts";
import type { SampleInvitation } from "./invitations.ts";
import type { Random } from "./random.ts";
import type { SampleWorkspace } from "./workspaces.ts";

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
  readonly workspaces: readonly SampleWorkspace[];
  readonly until: Date;
}

const by = (member: SampleMember) => ({ actor: member, actorName: member.person.name });
const memberTarget = (member: SampleMember) => ({ type: "member", id: member.id, name: member.person.name }) as const;
const invitationTarget = (invitation: SampleInvitation) =>
  ({ type: "invitation", id: invitation.id, name: invitation.email }) as const;

/** The creation of every workspace, and what became of it. */
function aboutWorkspaces({ organization, workspaces }: Story): Happening[] {
  const [creator] = organization.members;
  return workspaces.flatMap((one): Happening[] => {
    const target = { type: "workspace", id: one.id, name: one.name } as const;
    const { name, slug, description, status, reason } = one;
    const made = { at: one.createdAt, before: null, after: { name, slug, description } };
    const ended = { at: one.endedAt ?? one.createdAt, before: { status: "active" } };
    return [
      { ...by(creator), ...made, action: "workspace.created", target },
      ...(status === "suspended"
        ? [{ ...by(creator), ...ended, action: "workspace.suspended" as const, target, after: { status, reason } }]
        : []),
      ...(status === "archived"
        ? [{ ...by(creator), ...ended, action: "workspace.archived" as const, target, after: { status } }]
        : []),
    ];
  });
}

/** The creation, every invitation and what became of it, every joining and removal: what the tables hold anyway. */
function necessary(story: Story): Happening[] {
  const { organization, invitations, random, until } = story;
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
  return [created, ...aboutWorkspaces(story), ...sent, ...ended, ...joined, ...removed];
}

const descriptions = [
  "Runs its campaigns with us",
  "Quarterly review in progress",
  "New season, new brand guide",
  "Under a retainer",
] as const;

type Everyday = (story: Story, actor: SampleMember) => Happening[];

const editDetails: Everyday = ({ organization, random, until }, actor) => {
  const target = { type: "organization", id: organization.id, name: organization.name } as const;
  const [before, after] = [{ description: random.pick(descriptions) }, { description: random.pick(descriptions) }];
  const at = momentBetween(random, sinceJoining(organization, actor), until);
  return [{ at, ...by(actor), action: "organization.updated", target, before, after }];
};

/** A role tried out and given back, so that the tables stay as they are. */
const tryRole: Everyday = (story, actor) => {
  const { organization, random, until } = story;
  const member = organization.members[1 + random.below(organization.members.length - 1)] ?? actor;
  const roles = presetOf(organization.preset).roles.filter((role) => !role.ownerClass);
  const other = roles[random.below(roles.length)]?.key ?? member.role;
  if (other === member.role || member === actor || member.ownerClass) return editDetails(story, actor);
  const joined = [sinceJoining(organization, member), sinceJoining(organization, actor)];
  const at = momentBetween(random, new Date(Math.max(...joined.map(Number))), until);
  const back = momentBetween(random, at, until);
  const change = { ...by(actor), action: "member.roleChanged", target: memberTarget(member) } as const;
  return [
    { ...change, at, before: { role: member.role }, after: { role: other } },
    { ...change, at: back, before: { role: other }, after: { role: member.role } },
  ];
};

const chaseInvitation: Everyday = (story, actor) => {
  const { invitations, random, until } = story;
  const invitation = invitations[random.below(invitations.length)];
  if (invitation === undefined) return editDetails(story, actor);
  const at = momentBetween(random, invitation.createdAt, invitation.expiresAt > until ? until : invitation.expiresAt);
  const expires = { expiresAt: invitation.expiresAt.toISOString() };
  const action = random.chance(0.6) ? "invitation.resent" : "invitation.extended";
  return [{ at, ...by(actor), action, target: invitationTarget(invitation), before: expires, after: expires }];
};

const sinceJoining = (organization: SampleOrganization, member: SampleMember): Date =>
  new Date(Math.max(member.joinedAt.getTime(), organization.createdAt.getTime() + 1000));

/** Everyday changes by those who may make them, which leave the tables as they are. */
function everyday(story: Story, count: number): Happening[] {
  const { organization, random } = story;
  const [creator, ...others] = organization.members;
  const lowest = presetOf(organization.preset).defaultInvitationRole;
  const leads: [SampleMember, ...SampleMember[]] = [
    creator,
    ...others.filter(({ role, status }) => role !== lowest && status === "active"),
  ];
  const happenings: Happening[] = [];
  while (happenings.length < count) {
    const actor = random.pick(leads);
    const kind = random.chance(0.45) ? tryRole : random.chance(0.6) ? chaseInvitation : editDetails;
    happenings.push(...kind(story, actor));
  }
  return happenings.slice(0, count);
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
