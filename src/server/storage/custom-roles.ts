import { CustomRole } from "#contract/entities/role.ts";
import { sql } from "kysely";
import { z } from "zod";

const Stored = z.array(CustomRole);
const none: readonly CustomRole[] = [];

/** Parsed lists by their text, the oldest first. Policies are memoised by the list, so each text is parsed once. */
const parsed = new Map<string, readonly CustomRole[]>();
const mostParsed = 300;

/** An organization's custom roles as text, for `customRolesOf`. The organization's table must stand as `o`. */
export const customRolesText = sql<string>`o.custom_roles::text`.as("customRoles");

/** The custom roles behind their stored text: equal text, same list. What is not a list of roles fails closed. */
export function customRolesOf(text: string): readonly CustomRole[] {
  if (text === "[]") return none;
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const roles = Stored.parse(JSON.parse(text));
  const [oldest] = parsed.keys();
  if (parsed.size >= mostParsed && oldest !== undefined) parsed.delete(oldest);
  parsed.set(text, roles);
  return roles;
}
