import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { accessScopes } from "#domain/workspaceAccess.ts";
import { ChoiceCards } from "#renderer/ui/form/ChoiceCards.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { useRefusal } from "../explain/useRefusal.tsx";
import type { AccessDraft } from "./access.ts";
import classes from "./AccessEditor.module.css";
import { nounsOf } from "./nouns.ts";
import { WorkspacePicker } from "./WorkspacePicker.tsx";

interface AccessEditorProps {
  readonly organization: Organization;
  readonly value: AccessDraft;
  readonly onChange: (next: AccessDraft) => void;
}

/** By which rule somebody reaches workspaces: all current ones, chosen ones or none, each with or without later ones. */
export function AccessEditor({ organization, value, onChange }: AccessEditorProps) {
  const { t } = useTranslation("workspaces");
  const nouns = nounsOf(organization);
  // Nobody gives what they do not see themselves.
  const widening = useRefusal(organization)({ kind: "use", permission: "workspace.viewAll" });
  const change = (part: Partial<AccessDraft>) => {
    const next = { ...value, ...part };
    const widens = (next.scope === "all" && value.scope !== "all") || (next.future && !value.future);
    if (widening.reason === null || !widens) onChange(next);
  };
  return (
    <div className={classes["editor"]}>
      <ChoiceCards
        label={t("access.legend", nouns)}
        choices={accessScopes.map((scope) => ({
          value: scope,
          label: t(`access.${scope}`, nouns),
          description: t(`access.${scope}Hint`, nouns),
          ...(scope === "all" ? widening : {}),
        }))}
        value={value.scope}
        onChange={(scope) => change({ scope })}
      />
      {value.scope === "chosen" ? (
        <WorkspacePicker
          organization={organization}
          value={value.workspaceIds}
          onChange={(workspaceIds) => change({ workspaceIds })}
        />
      ) : null}
      <Reason because={widening.reason} explanation={widening.explanation}>
        <Checkbox
          size="xs"
          label={t("access.future", nouns)}
          checked={value.future}
          onChange={(event) => change({ future: event.currentTarget.checked })}
        />
      </Reason>
    </div>
  );
}
