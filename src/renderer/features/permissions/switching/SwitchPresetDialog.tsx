import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import type { PresetKey, RoleKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { PresetChoice } from "#renderer/app/create/PresetChoice.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { Effects } from "./Effects.tsx";
import { MappingFields } from "./MappingFields.tsx";
import { planOf } from "./plan.ts";
import classes from "./Switching.module.css";

interface SwitchPresetDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Another preset: which one, what becomes of each role, and what that gives to and takes from whom. */
export function SwitchPresetDialog({ organization, onClose }: SwitchPresetDialogProps) {
  const { t } = useTranslation("permissions");
  const { t: common } = useTranslation();
  const { id: organizationId, name } = organization;
  // What the dialog asks about does not change under it; the server judges by what is then.
  const [policy] = useState(() => policyFor(organization));
  const [preset, setPreset] = useState<PresetKey | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<RoleKey, RoleKey>>(new Map());
  const [fault, setFault] = useState<Fault | null>(null);
  const uses = useOperation("role.listUse", { organizationId });
  const plan = preset && uses.data ? planOf(policy, preset, chosen, uses.data.items) : null;
  const roles = Object.fromEntries((plan?.mapped ?? []).map(({ role, to }) => [role.key, to]));
  const ready = plan?.keepsOwner === true;
  const previewed = usePreview(
    organizationId,
    ready && preset ? { operation: "organization.switchPreset", input: { preset, roles } } : null,
  );
  const undo = useCommand("organization.switchPreset", {
    onDone: () => toastDone({ message: t("presetSwitch.undone", { organization: name, preset: policy.preset.name }) }),
  });
  const run = useCommand("organization.switchPreset", {
    onDone: (after) => {
      const message = t("presetSwitch.done", { organization: name, preset: presetOf(after.preset).name });
      const back = plan?.back;
      const restore = () => void (back ? undo.run({ organizationId, preset: policy.preset.key, roles: back }) : null);
      toastDone(back ? { message, undo: { label: common("action.undo"), run: restore } } : { message });
      onClose();
    },
    onFault: (failed) => {
      setFault(failed);
      previewed.again();
    },
  });
  return (
    <DecisionDialog
      opened
      size={720}
      title={t("presetSwitch.title")}
      confirmLabel={preset ? t("presetSwitch.confirm", { preset: presetOf(preset).name }) : t("presetSwitch.open")}
      ready={ready && previewed.ready}
      pending={run.pending}
      fault={fault}
      onConfirm={() => void (preset ? run.run({ organizationId, preset, roles }, previewed.basis) : null)}
      onClose={onClose}
    >
      <div className={classes["steps"]}>
        <PresetChoice
          label={t("presetSwitch.choose")}
          description={t("presetSwitch.chooseHint")}
          except={policy.preset.key}
          value={preset}
          onChange={(next) => {
            setPreset(next);
            setChosen(new Map());
            setFault(null);
          }}
        />
        {uses.error ? <ErrorState fault={uses.error} onRetry={uses.refetch} /> : null}
        {preset && !uses.data && !uses.error ? <Loading lines={3} /> : null}
        {plan && preset ? (
          <>
            <MappingFields
              plan={plan}
              onChange={(from, to) => {
                setChosen(new Map(chosen).set(from, to));
                setFault(null);
              }}
            />
            <Effects organization={organization} policy={policy} preset={preset} plan={plan} previewed={previewed} />
          </>
        ) : null}
      </div>
    </DecisionDialog>
  );
}
