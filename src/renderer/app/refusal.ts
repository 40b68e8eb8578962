import type { TFunction } from "i18next";
import type { Reason } from "#domain/policy/decision.ts";
import { type Policy } from "#domain/policy/policy.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { nounsOfPolicy, type Nouns } from "./workspaces/policyNouns.ts";

interface Context {
  readonly policy: Policy;
  /** The role of the person who is refused. */
  readonly role: RoleKey;
}

/** Why an act is refused, in the words of the organization's preset: what is missing, who has it, who can give it. */
export function refusalText(t: TFunction<"frame">, reason: Reason, { policy, role }: Context): string {
  const name = (key: RoleKey) => nameOfRole(policy, key);
  const names = (keys: readonly RoleKey[]) => (keys.length > 0 ? listOf(keys.map(name)) : t("refusal.nobody"));
  switch (reason.code) {
    case "missingPermission":
      return missingText(t, reason, { role: name(role), nouns: nounsOfPolicy(policy) }, names);
    case "targetOutOfReach":
      return t("refusal.target", { role: name(role), target: name(reason.targetRole), roles: names(reason.roles) });
    case "roleOutOfReach":
      return t("refusal.role", { role: name(role), given: name(reason.role), roles: names(reason.roles) });
    case "needsApproval":
      return t("refusal.approval", { given: name(reason.role), roles: names(reason.approvers) });
    case "unknownRole":
      return t("refusal.unknownRole", { given: name(reason.role) });
    case "turnedOff":
      return t("refusal.turnedOff", { act: t(`permission.${reason.what}`), preset: policy.preset.name });
    case "rankTooHigh":
      return t("refusal.rankTooHigh", { role: name(role), roles: names(reason.roles) });
    case "ownersOnly":
      return t("refusal.ownersOnly", { roles: names(reason.roles) });
    case "beyondOwnPermissions": {
      const acts = reason.permissions.map((permission) => t(`permission.${permission}`, nounsOfPolicy(policy)));
      return t("refusal.beyondOwnPermissions", { role: name(role), acts: listOf(acts) });
    }
    case "seesAllWorkspaces":
      return t("refusal.seesAllWorkspaces", { ...nounsOfPolicy(policy), target: name(reason.targetRole) });
    case "approvalNotNeeded":
    case "ownRequest":
    case "held":
    case "lastOwner":
    case "ownRole":
    case "aboutYourself":
    case "notMember":
    case "deactivated":
    case "targetNotActive":
      break;
  }
  return t(`refusal.${reason.code}`);
}

function missingText(
  t: TFunction<"frame">,
  reason: Extract<Reason, { code: "missingPermission" }>,
  { role, nouns }: { readonly role: string; readonly nouns: Nouns },
  names: (keys: readonly RoleKey[]) => string,
): string {
  const act = t(`permission.${reason.permission}`, nouns);
  if (reason.roles.length === 0) return t("refusal.missingForAll", { act });
  const who = t("refusal.missing", { role, act, roles: names(reason.roles) });
  return reason.grantors.length > 0 ? `${who} ${t("refusal.grantors", { roles: names(reason.grantors) })}` : who;
}

/** 'Owner or Admin', joined as the interface's language does. */
function listOf(words: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(words);
}
