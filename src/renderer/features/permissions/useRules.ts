import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { assignableRoles, byRank, isOwnerClass, type Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { listOf } from "./listOf.ts";

export interface Rule {
  readonly about: string;
  readonly decides: string;
}

/** What a preset decides besides its table, as facts in words. */
export function useRules(organization: Organization): readonly Rule[] {
  const { t, i18n } = useTranslation("permissions");
  const policy = policyFor(organization);
  const { preset } = policy;
  const name = (key: string) => nameOfRole(policy, key);
  return [
    { about: t("preset.creator"), decides: t("preset.creatorIs", { role: name(preset.creatorRole) }) },
    { about: t("preset.invitation"), decides: name(preset.defaultInvitationRole) },
    {
      about: t("preset.accepts"),
      decides: preset.acceptsAfterSignUp ? t("preset.acceptsAfterSignUp") : t("preset.acceptsItself"),
    },
    ...byRank(policy).flatMap((role) => rulesOf(t, policy, role, i18n.language)),
    { about: t("preset.deletion"), decides: deletionText(t, policy) },
    { about: t("preset.transfer"), decides: preset.ownershipTransfer ? t("preset.possible") : t("preset.impossible") },
  ];
}

function rulesOf(t: TFunction<"permissions">, policy: Policy, role: string, language: string): readonly Rule[] {
  const { preset } = policy;
  const name = (key: string) => nameOfRole(policy, key);
  const given = assignableRoles(policy, role).map((each) => each.name);
  const asked = (preset.assignableWithApproval[role] ?? []).map(name);
  const words = [
    ...(given.length > 0 ? [listOf(given, language)] : []),
    ...(asked.length > 0 ? [t("preset.withApproval", { roles: listOf(asked, language) })] : []),
  ];
  const owner = listOf(
    byRank(policy)
      .filter((key) => isOwnerClass(policy, key))
      .map(name),
    language,
  );
  const lowest = name(byRank(policy).at(-1) ?? "");
  const target = preset.targets[role] ?? "nobody";
  if (words.length === 0 && target === "nobody") return [];
  return [
    { about: t("preset.assigns", { role: name(role) }), decides: words.join("; ") || t("preset.assignsNothing") },
    { about: t("preset.reach", { role: name(role) }), decides: t(`preset.target.${target}`, { owner, lowest }) },
  ];
}

function deletionText(t: TFunction<"permissions">, { preset: { deletion } }: Policy): string {
  return deletion.mode === "hold"
    ? t("preset.deleted.hold", { count: deletion.days })
    : t(`preset.deleted.${deletion.mode}`);
}
