import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { plainNouns } from "#renderer/app/workspaces/policyNouns.ts";
import { ChoiceCards } from "#renderer/ui/form/ChoiceCards.tsx";
import classes from "../Reviews.module.css";
import { mostDays, type ScopeDraft, type ScopeKind } from "./scope.ts";
import { WorkspaceSelect } from "./WorkspaceSelect.tsx";

interface ScopeFieldsProps {
  readonly draft: ScopeDraft;
  /** The one organization, whose workspaces can be chosen; null where there are several or none. */
  readonly organizationId: string | null;
  readonly onChange: (change: Partial<ScopeDraft>) => void;
}

const kinds: readonly ScopeKind[] = ["all", "admins", "inactive", "workspace"];

/** Whose access a review looks at. */
export function ScopeFields({ draft, organizationId, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation("reviews");
  const { organizations } = useOrganizations();
  const organization = organizations.find(({ id }) => id === organizationId);
  const nouns = organization ? nounsOf(organization) : plainNouns;
  const label = (kind: ScopeKind) => {
    if (kind === "inactive") return t("scope.inactive", { count: Number(draft.days) || 0 });
    return kind === "workspace" ? t("scope.aWorkspace", nouns) : t(`scope.${kind}`);
  };
  return (
    <div className={classes["scope"]}>
      <ChoiceCards
        label={t("startDialog.scope")}
        choices={kinds.map((kind) => ({
          value: kind,
          label: label(kind),
          description: t(`startDialog.${kind}Text`, nouns),
          reason: kind === "workspace" && organizationId === null ? t("startDialog.noWorkspace", nouns) : null,
        }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === "inactive" ? (
        <NumberInput
          label={t("startDialog.days")}
          w={120}
          min={1}
          max={mostDays}
          allowDecimal={false}
          value={draft.days}
          onChange={(days) => onChange({ days })}
        />
      ) : null}
      {draft.kind === "workspace" && organizationId !== null ? (
        <WorkspaceSelect
          key={organizationId}
          label={t("startDialog.workspace", nouns)}
          placeholder={t("startDialog.pickWorkspace", nouns)}
          organizationId={organizationId}
          value={draft.workspaceId}
          onChange={(workspaceId) => onChange({ workspaceId })}
        />
      ) : null}
    </div>
  );
}
