import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { byRank, isOwnerClass } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** So many are named; the rest are counted. */
const named = 3;

export interface OwnersLeft {
  readonly names: readonly string[];
  /** How many there are besides the named ones. */
  readonly more: number;
  /** Names in a sentence, the count of the others last. */
  readonly list: (names: readonly string[]) => string;
}

/** The owners that stay once these members are none any more; null while they are read or where no owner goes. */
export function useOwnersLeft(
  organization: Organization,
  going: readonly { readonly id: string; readonly role: string }[],
): OwnersLeft | null {
  const { t } = useTranslation("team");
  const policy = policyFor(organization);
  const concerned = going.filter(({ role }) => isOwnerClass(policy, role));
  const role = byRank(policy).filter((key) => isOwnerClass(policy, key));
  const limit = Math.min(concerned.length + named, 200);
  const enabled = concerned.length > 0;
  const { data } = useOperation("member.list", { organizationId: organization.id, role, limit }, { enabled });
  if (data === undefined || !enabled) return null;
  const ids = new Set(concerned.map(({ id }) => id));
  const staying = data.items.filter(({ id, role: key }) => !ids.has(id) && isOwnerClass(policy, key));
  const names = staying.slice(0, named).map(({ name }) => name);
  const more = Math.max(0, organization.owners - concerned.length - names.length);
  const list = (people: readonly string[]) =>
    new Intl.ListFormat("en").format(more > 0 ? [...people, t("inCharge.more", { count: more })] : people);
  return { names, more, list };
}
