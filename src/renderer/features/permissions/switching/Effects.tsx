import { useTranslation } from "react-i18next";
import type { ChangePreview, Transition } from "#contract/entities/change.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import { roleOf, type Policy } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import type { Read } from "#renderer/bridge/queries.ts";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Loading } from "#renderer/ui/Loading.tsx";
import { listOf } from "../listOf.ts";
import type { SwitchPlan } from "./plan.ts";
import classes from "./Switching.module.css";

interface EffectsProps {
  readonly policy: Policy;
  readonly preset: PresetKey;
  readonly plan: SwitchPlan;
  readonly preview: Read<ChangePreview>;
}

/** What the switch gives and takes: what custom roles lose, then who gains and loses what. */
export function Effects({ policy, preset, plan, preview }: EffectsProps) {
  const { t } = useTranslation("permissions");
  const acts = useActs(policy);
  const next = presetOf(preset).name;
  if (!plan.keepsOwner) return <p role="alert">{t("presetSwitch.noOwner")}</p>;
  const { data, error } = preview;
  return (
    <section aria-live="polite" className={classes["effects"]}>
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
      {data ? <Transitions policy={policy} plan={plan} data={data} acts={acts} /> : null}
      {!data && error ? <ErrorState fault={error} onRetry={preview.refetch} /> : null}
      {data || error ? null : <Loading lines={3} />}
    </section>
  );
}

interface TransitionsProps {
  readonly policy: Policy;
  readonly plan: SwitchPlan;
  readonly data: ChangePreview;
  readonly acts: (permissions: readonly Permission[]) => string;
}

function Transitions({ policy, plan, data, acts }: TransitionsProps) {
  const { t } = useTranslation("permissions");
  if (!data.verdict.allowed) return <FaultNotice fault={data.verdict.fault} />;
  if (data.transitions.length === 0) return <p>{t("presetSwitch.same")}</p>;
  const named = ({ from, to, people }: Transition) => ({
    count: people,
    from: roleOf(policy, from ?? "")?.name ?? from,
    to: plan.offered.find(({ key }) => key === to)?.name ?? to,
  });
  const namesOf = ({ from }: Transition) =>
    data.people.filter(({ before }) => before?.role === from).map(({ name }) => name);
  return (
    <ul className={classes["transitions"]}>
      {data.transitions.map((one) => (
        <li key={`${one.from}-${one.to}-${one.statusFrom}`}>
          <strong>{t("presetSwitch.changes", named(one))}</strong>
          {one.gained.length > 0 ? <p>{t("presetSwitch.gains", { acts: acts(one.gained) })}</p> : null}
          {one.lost.length > 0 ? <p>{t("presetSwitch.loses", { acts: acts(one.lost) })}</p> : null}
          <p className={classes["quiet"]}>{namesOf(one).join(", ")}</p>
        </li>
      ))}
    </ul>
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
