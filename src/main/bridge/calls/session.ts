import { answered, failed, type Answer } from "#contract/answer.ts";
import type { DesktopEvent, DesktopState } from "#contract/desktop.ts";
import type { SignedIn } from "#contract/entities/account.ts";
import type { Fault } from "#contract/fault.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { OpenedInvitation } from "../../session/opened-invitation.ts";
import type { HandlersOf } from "../handlers.ts";

interface Parts {
  readonly state: () => DesktopState;
  readonly link: () => ServerLink | null;
  readonly invitation: OpenedInvitation;
  readonly emit: (event: DesktopEvent) => void;
}

const noServer = failed({ kind: "unavailable" });
const startAgain = failed({ kind: "unauthenticated", reason: "expired" });

export function sessionHandlers({ state, link, invitation, emit }: Parts): HandlersOf<"session"> {
  const enter = async (server: ServerLink, answer: Answer<SignedIn>): Promise<Answer<DesktopState>> => {
    noteReached(server, answer);
    if (!answer.ok) return answer;
    await server.session.signedIn(answer.value);
    server.secondStep.end();
    const joined = answer.value.joinedOrganizationId;
    if (joined !== null) {
      invitation.dismiss();
      emit({ type: "navigate", organizationId: joined });
    }
    return answered(state());
  };
  return {
    "session.signUp": async (input) => {
      const server = link();
      if (server === null) return noServer;
      const token = invitation.token();
      const invited = token === null ? {} : { invitationToken: token };
      const answer = await server.remote.call("account.signUp", { ...input, ...invited });
      noteReached(server, answer);
      return answer;
    },
    "session.verify": async ({ signUpId, code }) => {
      const server = link();
      if (server === null) return noServer;
      return await enter(server, await server.remote.call("account.verify", { signUpId, code }));
    },
    "session.signIn": async (input) => {
      const server = link();
      if (server === null) return noServer;
      const answer = await server.remote.call("session.signIn", input);
      if (!answer.ok) return await enter(server, answer);
      const { value } = answer;
      if (!("challenge" in value)) return await enter(server, answered(value));
      noteReached(server, answer);
      server.secondStep.begin(value);
      return answered(state());
    },
    "session.completeSignIn": async ({ code }) => {
      const server = link();
      if (server === null) return noServer;
      const challenge = server.secondStep.challenge();
      if (challenge === null) return startAgain;
      const answer = await server.remote.call("session.completeSignIn", { challenge, code });
      if (!answer.ok && isOver(answer.fault)) server.secondStep.end();
      return await enter(server, answer);
    },
    "session.abandonSignIn": async () => {
      link()?.secondStep.end();
      return answered(state());
    },
    "session.signOut": async ({ everywhere }) => {
      const server = link();
      if (server === null) return noServer;
      const person = server.session.account()?.id ?? null;
      if (everywhere) {
        const answer = await server.remote.call("session.signOutEverywhere", {});
        // Signing out here works without a connection; ending the other sessions does not, and must not seem to.
        if (!answer.ok && answer.fault.kind !== "unauthenticated") return answer;
      }
      await server.signOut(person, everywhere);
      invitation.dismiss();
      return answered(state());
    },
  };
}

/** Whether the password has to be given again. */
const isOver = (fault: Fault): boolean =>
  (fault.kind === "unauthenticated" && fault.reason === "expired") ||
  (fault.kind === "limitReached" && fault.limit === "attempts");

function noteReached({ connection }: ServerLink, answer: Answer<unknown>): void {
  if (!answer.ok && answer.fault.kind === "offline") connection.lost();
  else connection.reached();
}
