import type { CallGiven } from "#contract/bridge.ts";
import { defaultPreset } from "#domain/policy/presets.ts";

type Given = CallGiven<"organization.create">;

/** What is being filled in; null means left to the server, which derives or defaults it. */
export interface Draft {
  readonly name: string;
  /** Null while it follows the name; the server then finds one that is free. */
  readonly slug: string | null;
  readonly preset: NonNullable<Given["preset"]>;
  readonly type: NonNullable<Given["type"]> | null;
  readonly size: NonNullable<Given["size"]> | null;
  readonly industry: string;
  readonly website: string;
  readonly timeZone: string | null;
  readonly currency: string | null;
  readonly description: string;
}

export const emptyDraft: Draft = {
  name: "",
  slug: null,
  preset: defaultPreset,
  type: null,
  size: null,
  industry: "",
  website: "",
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: null,
  description: "",
};

/** The call that a draft makes: what was left open is left out. */
export function givenOf(draft: Draft): Given {
  return {
    name: draft.name.trim(),
    preset: draft.preset,
    ...(draft.slug === null ? {} : { slug: draft.slug }),
    ...(draft.type === null ? {} : { type: draft.type }),
    ...(draft.size === null ? {} : { size: draft.size }),
    ...(draft.industry === "" ? {} : { industry: draft.industry }),
    ...(draft.website === "" ? {} : { website: addressOf(draft.website) }),
    ...(draft.timeZone === null ? {} : { timeZone: draft.timeZone }),
    ...(draft.currency === null ? {} : { currency: draft.currency }),
    ...(draft.description === "" ? {} : { description: draft.description }),
  };
}

/** 'example.com' means its secure address. */
function addressOf(website: string): string {
  const text = website.trim();
  return /^https?:/i.test(text) ? text : `https://${text}`;
}
