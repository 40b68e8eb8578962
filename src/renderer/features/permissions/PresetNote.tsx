import { Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { escapeCloses } from "#renderer/ui/keyboard/escapeCloses.ts";
import classes from "./Permissions.module.css";
import { RuleSwitch } from "./switching/RuleSwitch.tsx";
import { SwitchPresetDialog } from "./switching/SwitchPresetDialog.tsx";
import { useRules } from "./useRules.ts";

interface PresetNoteProps {
  readonly organization: Organization;
  readonly matrix: PermissionMatrix;
}

/** Which preset the roles follow, and what else it decides. */
export function PresetNote({ organization, matrix }: PresetNoteProps) {
  const { t } = useTranslation("permissions");
  const [switching, setSwitching] = useState(false);
  const rules = useRules(organization);
  const { presetName: preset, presetVersion: version } = matrix;
  return (
    <>
      {t("preset.follows", { preset, version })}{" "}
      <Popover position="bottom-start" width={420} trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={classes["textButton"]} onKeyDown={escapeCloses}>
            {t("preset.what")}
          </button>
        </Popover.Target>
        <Popover.Dropdown p="md">
          <h3 className={classes["whoTitle"]}>{t("preset.title", { preset })}</h3>
          <dl className={classes["rules"]}>
            {rules.map(({ about, decides }) => (
              <div key={about}>
                <dt>{about}</dt>
                <dd>{decides}</dd>
              </div>
            ))}
          </dl>
          <RuleSwitch organization={organization} />
        </Popover.Dropdown>
      </Popover>
      {" · "}
      <Explained organization={organization} act={{ kind: "setRules" }}>
        <button type="button" className={classes["textButton"]} onClick={() => setSwitching(true)}>
          {t("presetSwitch.open")}
        </button>
      </Explained>
      {switching ? <SwitchPresetDialog organization={organization} onClose={() => setSwitching(false)} /> : null}
    </>
  );
}
