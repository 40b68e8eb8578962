import type { WindowPlace } from "../../preferences/settings.ts";

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallest = { width: 1024, height: 640 } as const;
const usual = { width: 1280, height: 800 } as const;
const gripPixels = 80;

/** Bounds of a new window: where it was, unless the screen it was on is gone. */
export function boundsOf(place: WindowPlace | null, screens: readonly Area[]): (Partial<Area> & typeof usual) | Area {
  if (place === null || !screens.some((screen) => canBeGrasped(place, screen))) return usual;
  const { x, y } = place;
  return { x, y, width: Math.max(place.width, smallest.width), height: Math.max(place.height, smallest.height) };
}

// A person must be able to take the window by its title bar.
function canBeGrasped({ x, y, width }: WindowPlace, screen: Area): boolean {
  const visible = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return visible >= gripPixels && y >= screen.y && y < screen.y + screen.height - gripPixels;
}
