import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Impact } from "#renderer/ui/DecisionDialog.tsx";
import { useOwnersLeft } from "./useOwnersLeft.ts";

/**
 * Who can still administer the organization once these members no longer can, by name: nobody shall lock everyone out
 * without having seen it. Null while it is read, and where no owner is concerned.
 */
export function useStillInCharge(
  organization: Organization,
  going: readonly { readonly id: string; readonly role: string }[],
): Impact | null {
  const { t } = useTranslation("team");
  const left = useOwnersLeft(organization, going);
  if (left === null) return null;
  const people = left.list(left.names);
  const alone = left.names.length + left.more === 1;
  return {
    id: "inCharge",
    icon: <IconShieldCheck />,
    text: alone ? t("inCharge.alone", { name: people }) : t("inCharge.several", { people }),
    ...(alone ? { tone: "warning" as const } : {}),
  };
}
