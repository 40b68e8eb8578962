import { failed, type Answer } from "#contract/answer.ts";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import type { Logo } from "#contract/entities/logo.ts";
import type { Output } from "#contract/operations.ts";
import type { Remote } from "../remote/remote.ts";
import { invitationTokenOf } from "./invitation-link.ts";

/** An invitation link that was opened and waits for an answer; its token stays here. */
export interface OpenedInvitation {
  shown(): ReceivedInvitation | null;
  token(): string | null;
  open(remote: Remote, link: string): Promise<Answer<ReceivedInvitation>>;
  /** The logo with this digest, as long as it is the one of the invitation that is open. */
  logo(remote: Remote, digest: string): Promise<Answer<Logo>>;
  accept(remote: Remote): Promise<Answer<Output<"invitation.accept">>>;
  dismiss(): void;
}

const badLink = {
  kind: "invalid",
  issues: [{ path: "link", code: "notAnInvitation", message: "This is not an invitation link" }],
} as const;

export function createOpenedInvitation(onChange: () => void): OpenedInvitation {
  let opened: { token: string; invitation: ReceivedInvitation } | null = null;
  const set = (next: typeof opened) => {
    opened = next;
    onChange();
  };
  return {
    shown: () => opened?.invitation ?? null,
    token: () => opened?.token ?? null,
    open: async (remote, link) => {
      const token = invitationTokenOf(link);
      if (token === null) return failed(badLink);
      const answer = await remote.call("invitation.preview", { token });
      if (answer.ok) set({ token, invitation: answer.value });
      return answer;
    },
    logo: async (remote, digest) => {
      if (opened === null || opened.invitation.logo !== digest) return failed({ kind: "notFound", what: "logo" });
      return await remote.call("invitation.previewLogo", { token: opened.token });
    },
    accept: async (remote) => {
      if (opened === null) return failed({ kind: "notFound", what: "invitation" });
      const answer = await remote.call("invitation.accept", { token: opened.token });
      if (answer.ok) set(null);
      return answer;
    },
    dismiss: () => {
      if (opened !== null) set(null);
    },
  };
}
