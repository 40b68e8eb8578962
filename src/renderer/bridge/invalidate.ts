import type { Query, QueryClient } from "@tanstack/react-query";
import type { Topic } from "#contract/audit.ts";
import { topicsOfRead } from "./topics.ts";

interface Change {
  /** Null: any organization. */
  readonly organizationId: string | null;
  readonly topics: readonly Topic[];
}

/** Marks old what depends on a change and reads again what is on the screen. */
export async function invalidate(client: QueryClient, change: Change): Promise<void> {
  await client.invalidateQueries({ predicate: (query) => dependsOn(query, change) });
}

/** Forgets everything of an organization that the person has lost. */
export function forget(client: QueryClient, organizationId: string): void {
  client.removeQueries({ predicate: (query) => organizationOf(query.queryKey[1]) === organizationId });
}

function dependsOn(query: Query, { organizationId, topics }: Change): boolean {
  const own = organizationOf(query.queryKey[1]);
  if (organizationId !== null && own !== null && own !== organizationId) return false;
  return topicsOfQuery(query.queryKey[0]).some((topic) => topics.includes(topic));
}

function topicsOfQuery(name: unknown): readonly Topic[] {
  const found = Object.entries(topicsOfRead).find(([key]) => key === name);
  return found?.[1] ?? [];
}

/** The organization that a call's input names, or null. */
export function organizationOf(input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("organizationId" in input)) return null;
  return typeof input.organizationId === "string" ? input.organizationId : null;
}
