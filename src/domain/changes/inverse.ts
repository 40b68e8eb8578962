import type { Json } from "../audit/orderedJson.ts";

type State = Readonly<Record<string, Json>> | null;

/** What an inverse must know of an audit event. */
export interface PastEvent {
  readonly action: string;
  readonly targetId: string;
  readonly before: State;
  readonly after: State;
}

/**
 * Why an event cannot be taken back: `permanent` destroyed what it would need, `merged` put together what nobody can
 * tell apart, `unlogged` changed what the log names without keeping it, `sent` left the system, `choice` needs a
 * decision of its own, `consent` was somebody's own will, `never` changed nothing that could be given back.
 */
export const irreversible = ["permanent", "merged", "unlogged", "sent", "choice", "consent", "never"] as const;
export type Irreversible = (typeof irreversible)[number];

/** The command that takes an event back, without its organization. `slugs` name workspaces whose ids it still needs. */
export interface InverseCommand {
  readonly operation: string;
  readonly input: Readonly<Record<string, Json>>;
  readonly slugs?: readonly string[];
}

export type Inverse =
  | { readonly ok: true; readonly command: InverseCommand }
  | { readonly ok: false; readonly why: Irreversible };

type Rule = (event: PastEvent) => Inverse;

const never =
  (why: Irreversible): Rule =>
  () => ({ ok: false, why });

/** The command of this name on the target, with fields of the state before. */
const command =
  (
    operation: string,
    field: string | null,
    more: (before: Readonly<Record<string, Json>>) => object = () => ({}),
  ): Rule =>
  ({ targetId, before }) => ({
    ok: true,
    command: { operation, input: { ...(field === null ? {} : { [field]: targetId }), ...more(before ?? {}) } },
  });

const onMember = (operation: string) => command(operation, "memberId");
const onWorkspace = (operation: string) => command(operation, "workspaceId");
const onInvitation = (operation: string) => command(operation, "invitationId");

const isText = (value: Json | undefined): value is string => typeof value === "string";

const access: Rule = ({ targetId, before }) => {
  const { workspaces: scope = "none", futureWorkspaces: future = false, workspacesSince: since } = before ?? {};
  const chosen = before?.["chosenWorkspaces"];
  const slugs = Array.isArray(chosen) ? chosen.filter(isText) : [];
  const input = { memberId: targetId, scope, future, ...(since === undefined ? {} : { since }) };
  return { ok: true, command: { operation: "member.setWorkspaceAccess", input, slugs } };
};

/** A picture that was there before is not kept; one that was not is taken away again. */
const logo: Rule = ({ before }) =>
  before?.["logo"] === null
    ? { ok: true, command: { operation: "organization.removeLogo", input: {} } }
    : { ok: false, why: "permanent" };

/**
 * A role that nobody had is made again, under another key. One that was in use cannot come back as it was: its people
 * are among others who had their role already and have moved on since; the event names 200 of them, and neither those
 * removed nor any invitation.
 */
const deletedRole: Rule = ({ before, after }) =>
  ["active", "deactivated", "removed", "invitations"].every((use) => after?.[use] === 0)
    ? { ok: true, command: { operation: "role.create", input: before ?? {} } }
    : { ok: false, why: "merged" };

const fields = (before: Readonly<Record<string, Json>>) => before;
const role = ({ role: was = "" }: Readonly<Record<string, Json>>) => ({ role: was });

/** What takes each event back (`product-rules.md`, 'Undo'). Whether that may be done is decided when it is done. */
const rules: Readonly<Record<string, Rule>> = {
  "member.roleChanged": command("member.changeRole", "memberId", role),
  "member.removed": onMember("member.reinstate"),
  "member.left": never("consent"),
  "member.reinstated": onMember("member.remove"),
  "member.deactivated": onMember("member.reactivate"),
  "member.reactivated": onMember("member.deactivate"),
  "member.workspaceAccessChanged": access,
  "member.joined": onMember("member.remove"),
  "member.accessUntilChanged": command("member.setAccessUntil", "memberId", ({ accessUntil = null }) => ({
    accessUntil,
  })),
  "member.accessExpired": never("choice"),
  "member.detailsChanged": never("unlogged"),
  "member.notesChanged": never("unlogged"),
  "member.notificationsChanged": never("unlogged"),
  // Deleting would take what was made in it since; archived, it can come back.
  "workspace.created": onWorkspace("workspace.archive"),
  "workspace.updated": command("workspace.update", "workspaceId", fields),
  "workspace.suspended": onWorkspace("workspace.reactivate"),
  "workspace.reactivated": command("workspace.suspend", "workspaceId", ({ reason = "" }) => ({ reason })),
  "workspace.archived": onWorkspace("workspace.restore"),
  "workspace.restored": onWorkspace("workspace.archive"),
  "workspace.deleted": never("permanent"),
  "organization.updated": command("organization.update", null, fields),
  "organization.rulesChanged": command("organization.setRules", null, fields),
  "organization.logoChanged": logo,
  "organization.logoRemoved": never("permanent"),
  "organization.deletionScheduled": command("deletion.restore", null),
  "organization.restored": never("choice"),
  "organization.presetSwitched": never("choice"),
  "ownership.offered": never("choice"),
  "ownership.transferred": never("choice"),
  "approval.requested": never("choice"),
  "review.scheduled": never("choice"),
  "role.created": never("choice"),
  "role.updated": command("role.update", "role", fields),
  "role.deleted": deletedRole,
  "invitation.sent": onInvitation("invitation.revoke"),
  "invitation.revoked": onInvitation("invitation.reinstate"),
  "invitation.reinstated": onInvitation("invitation.revoke"),
  "invitation.resent": never("sent"),
  "invitation.extended": never("never"),
};

/** The command that takes an event back, or why there is none. */
export function inverseOf(event: PastEvent): Inverse {
  return (rules[event.action] ?? never("never"))(event);
}
