import { useState } from "react";
import type { Logo } from "#contract/entities/logo.ts";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";

interface LogoAvatarProps {
  readonly id: string;
  readonly name: string;
  /** Side in pixels. */
  readonly size: number;
  readonly logo?: Logo | undefined;
}

/** A logo, or initials where none is at hand or it cannot be shown. Either takes the same room. */
export function LogoAvatar({ id, name, size, logo }: LogoAvatarProps) {
  const [broken, setBroken] = useState<Logo | null>(null);
  const shown = logo === undefined || logo === broken ? null : logo;
  const picture =
    shown === null
      ? {}
      : // Only ever an image: an SVG in it neither runs nor loads anything.
        { picture: `data:${shown.type};base64,${shown.base64}`, onBroken: () => setBroken(shown) };
  return <PersonAvatar id={id} name={name} size={size} shape="square" {...picture} />;
}
