import { useTranslation } from "react-i18next";
import { faultText } from "#renderer/ui/faultText.ts";
import type { FlaggedPerson } from "./Flagged.tsx";

type RoleName = (role: string) => string;
type Place = { readonly role: string; readonly status: string };

/** Why a decision no longer fits: what somebody was when it was taken, and is now. */
export function useFlagText(): (person: FlaggedPerson, roleName: RoleName) => string {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const placeText = ({ role, status }: Place, roleName: RoleName) =>
    status === "deactivated" ? t("flag.deactivated", { role: roleName(role) }) : roleName(role);
  return ({ flag, fault, seen, present = null }, roleName) => {
    if (flag === "refused" && fault) return faultText(common, fault);
    if (flag !== "moved" || present === null || present.status === "removed") return t(`flag.${flag}`);
    return t("flag.wasIs", { was: placeText(seen, roleName), is: placeText(present, roleName) });
  };
}
