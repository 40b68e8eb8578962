import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";

/** The rule that owners may turn on where Admins reach only the lowest role (004); nothing elsewhere. */
export function RuleSwitch({ organization }: { organization: Organization }) {
  const { t } = useTranslation("permissions");
  const { reason, ...more } = useRefusal(organization)({ kind: "setRules" });
  const { t: common } = useTranslation();
  const { id: organizationId, adminsDemoteAdmins } = organization;
  const said = ({ adminsDemoteAdmins: on }: Organization) =>
    on ? t("presetSwitch.ruleOn") : t("presetSwitch.ruleOff");
  const undo = useCommand("organization.setRules", { onDone: (after) => toastDone({ message: said(after) }) });
  // It changes whom Admins reach and nobody's place, which its description says: no preview would tell more.
  const set = useCommand("organization.setRules", {
    onDone: (after) => {
      const run = () => void undo.run({ organizationId, adminsDemoteAdmins: !after.adminsDemoteAdmins });
      toastDone({ message: said(after), undo: { label: common("action.undo"), run } });
    },
  });
  if (!Object.values(policyFor(organization).preset.targets).includes("lowestRole")) return null;
  const toggle = () => {
    if (reason === null) void set.run({ organizationId, adminsDemoteAdmins: !adminsDemoteAdmins });
  };
  return (
    <Reason because={reason} {...more}>
      <Switch
        size="xs"
        mt="sm"
        label={t("presetSwitch.rule")}
        description={t("presetSwitch.ruleText")}
        checked={adminsDemoteAdmins}
        onChange={toggle}
      />
    </Reason>
  );
}
