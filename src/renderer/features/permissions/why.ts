import type { TFunction } from "i18next";
import { explain } from "#domain/policy/explain.ts";
import { byRank, isCustom, type Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { listOf } from "./listOf.ts";
import { isAllowed, isPartly, type Role, type Row } from "./matrix.ts";

export interface Cell {
  readonly row: Row;
  readonly role: Role;
}

interface Context {
  readonly t: TFunction<"permissions">;
  readonly policy: Policy;
  readonly roles: readonly Role[];
  readonly language: string;
}

/** Why a cell says yes or no, its note, who holds the permission and who could give it: one sentence each. */
export function whyCell({ row, role }: Cell, { t, policy, roles, language }: Context): readonly string[] {
  const names = { role: role.name, preset: policy.preset.name };
  const explanations = row.permissions.map((permission) => explain(policy, role.key, permission));
  const holders = roles.filter(({ key }) => isAllowed(row, key));
  const grantors = explanations
    .map((each) => each.grantors)
    .reduce((all, some) => all.filter((key) => some.includes(key)), byRank(policy));
  const off = explanations.some((each) => each.roles.length === 0);
  const answer = isAllowed(row, role.key) ? "yes" : isPartly(row, role.key) ? "partly" : "no";
  const giver = isCustom(policy, role.key) ? "Custom" : row.source === "orgdesk" ? "Orgdesk" : "";
  const note = row.cells[role.key]?.note;
  const held = holders.map(({ name, members }) =>
    t("why.holder", { role: name, people: t("role.people", { count: members }) }),
  );
  const givers = grantors.map((key) => nameOfRole(policy, key));
  return [
    off ? t("why.off", names) : t(answer === "partly" ? "why.partly" : `why.${answer}${giver}`, names),
    ...(note ? [t("why.note", { note: note.replace(/\.$/, "") })] : []),
    held.length > 0 ? t("why.heldBy", { roles: listOf(held, language) }) : t("why.heldByNobody"),
    givers.length > 0 ? t("why.grantors", { roles: listOf(givers, language) }) : t("why.noGrantors"),
  ];
}
