import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { SaveBar } from "#renderer/ui/form/SaveBar.tsx";
import { listOf } from "../listOf.ts";
import classes from "./Editor.module.css";
import type { RoleEditor } from "./useRoleEditor.ts";

/** What saving would change, in one line; the rows by name on hover and focus. */
export function EditBar({ organization, editor }: { organization: Organization; editor: RoleEditor }) {
  const { t, i18n } = useTranslation("permissions");
  const { difference, people, start, draft, pending, unsaved, leave } = editor;
  const shape = { rank: draft.rank, permissions: draft.permissions };
  const act = start.isNew
    ? ({ kind: "createRole", shape } as const)
    : ({ kind: "editRole", role: start.role.key, shape } as const);
  // An address leads here as well, and what may be given can change meanwhile.
  const { sentence } = useDecision(organization, act);
  const { gained, lost } = difference;
  const parts = [
    ...(gained.length > 0 ? [t("editor.gains", { count: gained.length })] : []),
    ...(lost.length > 0 ? [t(gained.length > 0 ? "editor.loses" : "editor.losesAlone", { count: lost.length })] : []),
  ];
  const affected = start.isNew ? t("editor.affectsNobody") : t("editor.affects", { count: people });
  const text = parts.length === 0 ? t("editor.samePermissions") : listOf(parts, i18n.language);
  return (
    <SaveBar
      label={t("editor.unsavedTitle")}
      text={
        <span className={classes["difference"]}>
          <span>
            {text}. {affected}
          </span>
          <Names rows={gained} title={t("editor.gainedTitle")} />
          <Names rows={lost} title={t("editor.lostTitle")} />
        </span>
      }
      discardLabel={unsaved ? t("editor.discard") : t("editor.close")}
      saveLabel={start.isNew ? t("editor.create") : t("editor.save")}
      because={sentence}
      pending={pending}
      onDiscard={leave}
    />
  );
}

/** The rows that are gained or lost, behind a word that can be hovered and focused. */
function Names({ rows, title }: { rows: readonly string[]; title: string }) {
  if (rows.length === 0) return null;
  return (
    <Tooltip multiline maw={360} label={rows.join(" · ")} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes["names"]} aria-label={`${title}: ${rows.join(", ")}`}>
        {title}
      </button>
    </Tooltip>
  );
}
