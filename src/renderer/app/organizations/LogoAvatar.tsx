import type { Logo } from "#contract/entities/logo.ts";
import { PersonAvatar } from "#renderer/ui/PersonAvatar.tsx";

interface LogoAvatarProps {
  readonly id: string;
  readonly name: string;
  /** Side in pixels. */
  readonly size: number;
  readonly logo?: Logo | undefined;
}

/** A logo, or initials where none is at hand. Either takes the same room. */
export function LogoAvatar({ id, name, size, logo }: LogoAvatarProps) {
  // Only ever an image: an SVG in it neither runs nor loads anything.
  const picture = logo === undefined ? {} : { picture: `data:${logo.type};base64,${logo.base64}` };
  return <PersonAvatar id={id} name={name} size={size} shape="square" {...picture} />;
}
