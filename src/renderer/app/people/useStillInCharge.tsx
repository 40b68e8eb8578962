import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { byRank, isOwnerClass } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import type { Impact } from "#renderer/ui/DecisionDialog.tsx";

/** So many are named; the rest are counted. */
const named = 3;

/**
 * Who can still administer the organization once these members no longer can, by name: nobody shall lock everyone out
 * without having seen it. Null while it is read, and where no owner is concerned.
 */
export function useStillInCharge(
  organization: Organization,
  going: readonly { readonly id: string; readonly role: string }[],
): Impact | null {
  const { t } = useTranslation("team");
  const policy = policyFor(organization);
  const concerned = going.filter(({ role }) => isOwnerClass(policy, role));
  const role = byRank(policy).filter((key) => isOwnerClass(policy, key));
  const limit = concerned.length + named;
  const { data } = useOperation(
    "member.list",
    { organizationId: organization.id, role, limit: Math.min(limit, 200) },
    { enabled: concerned.length > 0 },
  );
  if (data === undefined || concerned.length === 0) return null;
  const ids = new Set(concerned.map(({ id }) => id));
  const staying = data.items.filter(({ id, role: key }) => !ids.has(id) && isOwnerClass(policy, key));
  const names = staying.slice(0, named).map(({ name }) => name);
  const more = Math.max(0, organization.owners - concerned.length - names.length);
  const people = new Intl.ListFormat("en").format(more > 0 ? [...names, t("inCharge.more", { count: more })] : names);
  const alone = staying.length === 1;
  return {
    id: "inCharge",
    icon: <IconShieldCheck />,
    text: alone ? t("inCharge.alone", { name: people }) : t("inCharge.several", { people }),
    ...(alone ? { tone: "warning" as const } : {}),
  };
}
