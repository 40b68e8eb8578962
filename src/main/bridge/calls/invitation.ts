import { answered, failed } from "#contract/answer.ts";
import type { DesktopState } from "#contract/desktop.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { OpenedInvitation } from "../../session/opened-invitation.ts";
import type { Handlers } from "../handlers.ts";

interface Parts {
  readonly state: () => DesktopState;
  readonly link: () => ServerLink | null;
  readonly invitation: OpenedInvitation;
}

type InvitationHandlers = Pick<
  Handlers,
  "invitation.open" | "invitation.openedLogo" | "invitation.acceptOpened" | "invitation.dismissOpened"
>;

export const invitationHandlers = ({ state, link, invitation }: Parts): InvitationHandlers => ({
  "invitation.open": async (input) => {
    const server = link();
    return server === null ? failed({ kind: "unavailable" }) : await invitation.open(server.remote, input.link);
  },
  "invitation.openedLogo": async ({ digest }) => {
    const server = link();
    return server === null ? failed({ kind: "unavailable" }) : await invitation.logo(server.remote, digest);
  },
  "invitation.acceptOpened": async () => {
    const server = link();
    return server === null ? failed({ kind: "unavailable" }) : await invitation.accept(server.remote);
  },
  "invitation.dismissOpened": async () => {
    invitation.dismiss();
    return answered(state());
  },
});
