import { Button } from "@mantine/core";
import { useEffect, useRef, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useLeavingNotice } from "#renderer/app/drafts/useLeavingNotice.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Matrix } from "../Matrix.tsx";
import permissionClasses from "../Permissions.module.css";
import { EditBar } from "./EditBar.tsx";
import classes from "./Editor.module.css";
import { RoleFields } from "./RoleFields.tsx";
import { SaveRoleDialog } from "./SaveRoleDialog.tsx";
import { useColumnEdit } from "./useColumnEdit.ts";
import { useRoleEditor, type RoleEditor } from "./useRoleEditor.ts";

interface RoleEditorViewProps {
  readonly organization: Organization;
  readonly matrix: PermissionMatrix;
  /** What the address says is edited. */
  readonly edit: string;
  readonly onClose: () => void;
}

/** One role being made or changed: its fields, and its column of the matrix to be toggled in place. */
export function RoleEditorView({ organization, matrix, edit, onClose }: RoleEditorViewProps) {
  const { t } = useTranslation("permissions");
  const editor = useRoleEditor(organization, matrix, edit, onClose);
  if (editor === null) {
    const close = (
      <Button variant="default" onClick={onClose}>
        {t("editor.close")}
      </Button>
    );
    return <EmptyState text={t("editor.gone")} action={close} />;
  }
  return <Editing organization={organization} matrix={matrix} edit={edit} editor={editor} />;
}

function Editing(props: Omit<RoleEditorViewProps, "onClose"> & { readonly editor: RoleEditor }) {
  const { organization, matrix, edit, editor } = props;
  const { t } = useTranslation("permissions");
  const form = useRef<HTMLFormElement>(null);
  const column = useColumnEdit(organization, editor);
  const { draft, unsaved } = editor;
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useLeavingNotice({
    unsaved,
    message: t("editor.kept", { role: draft.name || t("editor.unnamed") }),
    backLabel: t("editor.goBack"),
    address: `${paths.section(organization.id, "permissions")}?${new URLSearchParams({ edit })}`,
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    editor.save();
  };
  return (
    <>
      <form ref={form} noValidate className={classes["form"]} onSubmit={submit} aria-label={t("editor.title")}>
        <div className={permissionClasses["scroller"]}>
          <RoleFields editor={editor} myRole={matrix.myRole} />
          <Matrix
            organization={organization}
            sections={editor.sections}
            roles={editor.roles}
            allRoles={editor.roles}
            myRole={matrix.myRole}
            edit={column}
          />
        </div>
        <div className={classes["bar"]}>
          <EditBar organization={organization} editor={editor} />
        </div>
      </form>
      {editor.asking ? <SaveRoleDialog organization={organization} editor={editor} /> : null}
    </>
  );
}
