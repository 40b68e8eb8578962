import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import type { RowAnswer } from "./answers.ts";
import { listOf } from "./listOf.ts";
import type { Row } from "./matrix.ts";

/** Why a person can or cannot do what a row says: the role, its footnote, what it would take and who can give it. */
export function useReasonText(organization: Organization, member: Member): (row: Row, answer: RowAnswer) => string {
  const { t, i18n } = useTranslation("permissions");
  const { t: common } = useTranslation();
  const policy = policyFor(organization);
  const nameOf = (key: string) => nameOfRole(policy, key);
  const list = (keys: readonly string[]) => listOf(keys.map(nameOf), i18n.language, "disjunction");
  const role = nameOf(member.role);
  const because = ({ allowed, refusal }: RowAnswer): string => {
    if (allowed || refusal === null) return t("person.as", { role });
    switch (refusal.code) {
      case "missingPermission": {
        if (refusal.roles.length === 0) return t("person.nobodyHolds");
        const missing = t("person.missing", { roles: list(refusal.roles) });
        return refusal.grantors.length === 0
          ? missing
          : `${missing} ${t("person.grantors", { roles: list(refusal.grantors) })}`;
      }
      case "turnedOff":
        return t("why.off", { preset: policy.preset.name });
      case "notMember":
        return t("person.removed", { name: member.name });
      case "deactivated":
        return t("person.deactivated", { name: member.name });
      case "approvalNotNeeded":
      case "ownRequest":
      case "held":
      case "unknownRole":
      case "lastOwner":
      case "ownRole":
      case "aboutYourself":
      case "needsApproval":
      case "roleOutOfReach":
      case "targetOutOfReach":
      case "targetNotActive":
      case "seesAllWorkspaces":
      case "rankTooHigh":
      case "beyondOwnPermissions":
      case "ownersOnly":
        break;
    }
    return faultText(common, { kind: "forbidden", refusal });
  };
  return (row, answer) => {
    const note = row.cells[member.role]?.note;
    return note ? `${because(answer)} ${t("why.note", { note: note.replace(/\.$/, "") })}` : because(answer);
  };
}
