import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import type { Fault } from "#contract/fault.ts";
import type { CommandOf, TeamCommand } from "#test/domain/membership/model/command.ts";
import type { TeamProblem } from "#test/domain/membership/model/team.ts";
import type { Person, Reply } from "#test/support/server.ts";
import type { Game } from "./game.ts";
import { seenNow } from "../teams.ts";

/** How a command ended, in words that the model's results and the server's replies share. */
export type Ending =
  | { readonly ok: true; readonly invitationId?: string }
  | { readonly ok: false; readonly problem: unknown };

const actorOf = (command: TeamCommand): string => ("account" in command ? command.account.accountId : command.actor);

async function memberIdOf({ server, organizationId }: Game, accountId: string): Promise<string> {
  const row = await server.services.pools.system
    .selectFrom("members")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The command as a request of its actor. */
export async function perform(game: Game, command: TeamCommand): Promise<Ending> {
  const as = game.people.find(({ accountId }) => accountId === actorOf(command));
  if (as === undefined) throw new Error("Nobody acts");
  const reply = await send(game, command, as);
  if (reply.fault !== undefined) return { ok: false, problem: problemOf(reply.fault) };
  if (command.kind !== "invite") return { ok: true };
  const { outcomes } = reply.value as { outcomes: InvitationOutcome[] };
  const [outcome] = outcomes;
  return outcome?.result === "sent" ? { ok: true, invitationId: outcome.invitation.id } : { ok: true };
}

async function send(game: Game, command: TeamCommand, as: Person): Promise<Reply<unknown>> {
  const { server, organizationId } = game;
  switch (command.kind) {
    case "invite":
      return server.call("invitation.send", { organizationId, emails: [command.folded], role: command.role }, { as });
    case "revoke":
      return server.call("invitation.revoke", { organizationId, invitationId: command.invitation }, { as });
    case "reinstateInvitation":
      return server.call("invitation.reinstate", { organizationId, invitationId: command.invitation }, { as });
    case "accept":
      return server.call("invitation.acceptReceived", { invitationId: command.invitation }, { as });
    case "decline":
      return server.call("invitation.declineReceived", { invitationId: command.invitation }, { as });
    case "leave":
      // The model knows nothing of when somebody was here.
      await seenNow(server, organizationId);
      return server.call("member.leave", { organizationId }, { as });
    case "changeRole":
    case "remove":
    case "reinstateMember":
    case "deactivate":
    case "reactivate":
      return sendAboutMember(game, command, as);
  }
  return command satisfies never;
}

/** The commands that need no more than a member, and what the server calls them. */
const onMember = {
  remove: "member.remove",
  reinstateMember: "member.reinstate",
  deactivate: "member.deactivate",
  reactivate: "member.reactivate",
} as const;

async function sendAboutMember(
  game: Game,
  command: CommandOf<"changeRole" | keyof typeof onMember>,
  as: Person,
): Promise<Reply<unknown>> {
  const { server, organizationId } = game;
  const target = { organizationId, memberId: await memberIdOf(game, command.member) };
  if (command.kind === "changeRole") return server.call("member.changeRole", { ...target, role: command.to }, { as });
  return server.call(onMember[command.kind], target, { as });
}

function problemOf(told: Fault): unknown {
  const { requestId: _, ...fault } = told;
  // A list of addresses none of which can be invited is answered address by address.
  if (fault.kind === "invalid") return { kind: "conflict", code: fault.issues[0]?.code };
  return fault;
}

/** The model's problem as the server tells it: outsiders learn of no organization, nor of others' invitations. */
export function toldAs(problem: TeamProblem): unknown {
  if (problem.kind === "forbidden" && problem.refusal.code === "notMember") {
    return { kind: "notFound", what: "organization" };
  }
  if (problem.kind === "conflict" && problem.code === "invitationForAnotherAddress") {
    return { kind: "notFound", what: "invitation" };
  }
  return problem;
}
