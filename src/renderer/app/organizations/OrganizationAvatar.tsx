import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { LogoAvatar } from "./LogoAvatar.tsx";
import { useOrganizations } from "./useOrganizations.ts";

interface OrganizationAvatarProps {
  readonly organization: Pick<Organization, "id" | "name" | "logo">;
  /** Side in pixels. */
  readonly size?: number;
}

/** An organization's logo, or its initials until it is here and where there is none. Either takes the same room. */
export function OrganizationAvatar({ organization: { id, name, logo }, size = 24 }: OrganizationAvatarProps) {
  // Asked for only where there is one: lists of hundreds hold hardly any.
  if (logo === null) return <LogoAvatar id={id} name={name} size={size} />;
  return <ReadAvatar id={id} name={name} size={size} digest={logo} />;
}

interface ReadAvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly digest: string;
}

function ReadAvatar({ id, name, size, digest }: ReadAvatarProps) {
  const { data } = useOperation("organization.logo", { organizationId: id, digest });
  return <LogoAvatar id={id} name={name} size={size} logo={data} />;
}

/** The same where only the name is at hand; an organization that is not the person's shows its initials. */
export function NamedOrganizationAvatar({ id, name, size }: { id: string; name: string; size: number }) {
  const { organizations } = useOrganizations();
  const logo = organizations.find((each) => each.id === id)?.logo ?? null;
  return <OrganizationAvatar organization={{ id, name, logo }} size={size} />;
}
