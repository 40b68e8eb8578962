import { useSearchParams } from "react-router";
import type { Member } from "#contract/entities/member.ts";
import { useSteady } from "#renderer/ui/useSteady.ts";
import { addToInviteDraft } from "./draft.ts";

/** Opens the invitations, which the address names. */
export function useInvite(): () => void {
  const [, setParams] = useSearchParams();
  return useSteady(() =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.set("invite", "");
      return next;
    }),
  );
}

/** Opens them with the addresses of former members, beside whatever was begun there. */
export function useInviteAgain(organizationId: string): (members: readonly Member[]) => void {
  const invite = useInvite();
  return (members) => {
    addToInviteDraft(
      organizationId,
      members.map(({ email }) => email),
    );
    invite();
  };
}
