import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import type { Policy } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import type { Previewed } from "#renderer/app/preview/usePreview.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { listOf } from "../listOf.ts";
import type { SwitchPlan } from "./plan.ts";
import classes from "./Switching.module.css";

interface EffectsProps {
  readonly organization: Organization;
  readonly policy: Policy;
  readonly preset: PresetKey;
  readonly plan: SwitchPlan;
  readonly previewed: Previewed;
}

/** What the switch gives and takes: what custom roles lose, then who gains and loses what. */
export function Effects({ organization, policy, preset, plan, previewed }: EffectsProps) {
  const { t } = useTranslation("permissions");
  const acts = useActs(policy);
  const next = presetOf(preset).name;
  if (!plan.keepsOwner) return <p role="alert">{t("presetSwitch.noOwner")}</p>;
  return (
    <div className={classes["effects"]}>
      {plan.carried.map(({ role, lost, formerName }) => (
        <div key={role.key}>
          {formerName === null ? null : (
            <p>{t("presetSwitch.renamed", { former: formerName, role: role.name, preset: next })}</p>
          )}
          {lost.length > 0 ? (
            <p>{t("presetSwitch.lost", { role: role.name, preset: next, acts: acts(lost) })}</p>
          ) : null}
        </div>
      ))}
      {plan.back === null ? <p>{t("presetSwitch.merged")}</p> : null}
      <PreviewPanel organization={organization} previewed={previewed} next={plan.next} />
    </div>
  );
}

/** Permissions as what a person does. */
function useActs(policy: Policy): (permissions: readonly Permission[]) => string {
  const { t, i18n } = useTranslation("frame");
  const nouns = nounsOfPolicy(policy);
  return (permissions) =>
    listOf(
      permissions.map((permission) => t(`permission.${permission}`, nouns)),
      i18n.language,
    );
}
