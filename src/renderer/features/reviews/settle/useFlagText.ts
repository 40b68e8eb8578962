import { useTranslation } from "react-i18next";
import { faultText } from "#renderer/ui/page/faultText.ts";
import type { FlaggedPerson } from "./Flagged.tsx";

type RoleName = (role: string) => string;
type Place = { readonly role: string; readonly status: string };

/** The words about somebody who is a member now. */
const ofPresent = {
  gone: "backIs",
  overtaken: "overtaken",
  refused: "refused",
  withdrawn: "withdrawnIs",
} as const;

/** Why a decision no longer fits: what somebody was when it was taken, and is now. */
export function useFlagText(): (person: FlaggedPerson, roleName: RoleName) => string {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const placeText = ({ role, status }: Place, roleName: RoleName) =>
    status === "deactivated" ? t("flag.deactivated", { role: roleName(role) }) : roleName(role);
  return ({ flag, fault, seen, present }, roleName) => {
    if (present === null || present.status === "removed")
      return t(flag === "withdrawn" ? "flag.withdrawn" : "flag.gone");
    const is = placeText(present, roleName);
    if (flag === "moved") return t("flag.wasIs", { was: placeText(seen, roleName), is });
    if (flag === "refused" && fault) return t("flag.faultIs", { why: faultText(common, fault), is });
    return t(`flag.${ofPresent[flag]}`, { is });
  };
}
