import type { Policy } from "#domain/policy/policy.ts";

/** What a preset calls its workspaces; with capitals where a sentence starts. */
export type Nouns = Readonly<Record<"one" | "other" | "One" | "Other", string>>;

const withCapitals = ({ one, other }: Readonly<Record<"one" | "other", string>>): Nouns => ({
  one,
  other,
  One: capital(one),
  Other: capital(other),
});

/** The nouns of a policy's preset. */
export const nounsOfPolicy = ({ preset }: Policy): Nouns => withCapitals(preset.workspaceNoun);

/** Where no organization, and so no preset, is at hand. */
export const plainNouns: Nouns = withCapitals({ one: "workspace", other: "workspaces" });

function capital(word: string): string {
  return word.slice(0, 1).toLocaleUpperCase() + word.slice(1);
}
