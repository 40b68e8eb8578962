import type { Organization } from "#contract/entities/organization.ts";
import { policyFor } from "#renderer/bridge/decision.ts";

/** What an organization's preset calls its workspaces; with capitals where a sentence starts. */
export type Nouns = Readonly<Record<"one" | "other" | "One" | "Other", string>>;

export function nounsOf(organization: Organization): Nouns {
  const { one, other } = policyFor(organization).preset.workspaceNoun;
  return { one, other, One: capital(one), Other: capital(other) };
}

const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase() + word.slice(1);
