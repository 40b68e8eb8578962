import type { TFunction } from "i18next";
import type { PersonChange, Transition } from "#contract/entities/change.ts";

type Words = TFunction<"preview">;
type NameOf = (role: string) => string;

/** One person and what becomes of them. */
export function personTitle(t: Words, nameOf: NameOf, { name, before, after }: PersonChange): string {
  const role = nameOf(after?.role ?? before?.role ?? "");
  if (after === null || after.status === "removed") return t("person.removed", { name });
  if (after.status === "deactivated") return t("person.deactivated", { name });
  if (before === null) return t("person.joins", { name, role });
  if (before.status !== "active") return t("person.returns", { name, role });
  if (before.role === after.role) return t("person.same", { name, role });
  return t("person.role", { name, from: nameOf(before.role), to: role });
}

/** Several people who change alike. */
export function groupTitle(t: Words, nameOf: NameOf, transition: Transition): string {
  const { from, to, statusFrom, statusTo, people: count } = transition;
  if (statusFrom === "active" && statusTo !== "active") return t("group.out", { count, role: nameOf(from ?? "") });
  if (statusFrom !== "active" && statusTo === "active") return t("group.in", { count, role: nameOf(to ?? "") });
  if (from === to) return t("group.same", { count, role: nameOf(to ?? "") });
  return t("group.role", { count, from: nameOf(from ?? ""), to: nameOf(to ?? "") });
}
