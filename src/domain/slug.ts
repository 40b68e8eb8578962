import { latinOf } from "./latin.ts";

/** Longest slug, in characters. */
export const maxSlugLength = 48;

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Words that addresses of the product use themselves. */
const reserved: ReadonlySet<string> = new Set(
  (
    "about account accounts admin api app assets audit auth billing blog dashboard docs feed healthz help home " +
    "invitations invite join legal login logout me members new null openapi orgdesk organizations pricing privacy " +
    "readyz register root security sessions settings signin signout signup static status support system team teams " +
    "terms undefined usage users v1 www"
  ).split(" "),
);

/** Whether a text may be an organization's or a workspace's slug: `a-z`, `0-9`, single hyphens inside, 2 to 48 long, not reserved. */
export function isSlug(text: string): boolean {
  return text.length >= 2 && text.length <= maxSlugLength && shape.test(text) && !reserved.has(text);
}

/**
 * The slug that a name suggests (`requirements/001…`: 'auto-generated or custom'). Always valid, never empty:
 * `fallback` stands for a name without letters or digits.
 */
export function slugOf(name: string, fallback = "organization"): string {
  const words = latinOf(name.slice(0, 400)).match(/[a-z0-9]+/gu) ?? [];
  const slug = shorten(words.join("-"), maxSlugLength);
  if (isSlug(slug)) return slug;
  return slug === "" ? fallback : `${slug}-${fallback}`;
}

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function nextSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const slug = `${shorten(base, maxSlugLength - suffix.length)}${suffix}`;
    if (!taken.has(slug)) return slug;
  }
}

function shorten(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/u, "");
}
