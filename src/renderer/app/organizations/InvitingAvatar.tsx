import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { LogoAvatar } from "./LogoAvatar.tsx";

interface InvitingAvatarProps {
  readonly invitation: Pick<ReceivedInvitation, "id" | "organizationName" | "logo">;
}

const size = 36;

/** The organization that invites, to somebody who is not a member of it: by an invitation of the inbox. */
export function ReceivedAvatar({ invitation: { id, organizationName, logo } }: InvitingAvatarProps) {
  const given = { invitationId: id, digest: logo ?? "" };
  const { data } = useOperation("invitation.receivedLogo", given, { enabled: logo !== null });
  return <LogoAvatar id={id} name={organizationName} size={size} logo={data} />;
}

/** The same by the link that was opened, also before signing in. */
export function OpenedAvatar({ invitation: { id, organizationName, logo } }: InvitingAvatarProps) {
  const { data } = useOperation("invitation.openedLogo", { digest: logo ?? "" }, { enabled: logo !== null });
  return <LogoAvatar id={id} name={organizationName} size={size} logo={data} />;
}
