import { Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { roleTextLimits } from "#domain/policy/customRole.ts";
import { positionOf, positionsFor, type Position } from "#domain/policy/positions.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { listOf } from "../listOf.ts";
import classes from "./Editor.module.css";
import type { RoleEditor } from "./useRoleEditor.ts";

interface RoleFieldsProps {
  readonly editor: RoleEditor;
  /** The role of the person who edits. */
  readonly myRole: string;
}

/** What the role is called, what it is for, and its place among the others. */
export function RoleFields({ editor, myRole }: RoleFieldsProps) {
  const { t } = useTranslation("permissions");
  const { draft, errors, change, shown } = editor;
  const places = usePlaces(editor, myRole);
  return (
    <div className={classes["fields"]}>
      <FaultNotice fault={shown.fault} />
      <div className={classes["line"]}>
        <TextInput
          label={t("editor.name")}
          value={draft.name}
          maxLength={roleTextLimits.name}
          error={errors.name ?? null}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={t("editor.place")}
          description={t("editor.placeHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          allowDeselect={false}
          data={places.options}
          value={places.value}
          error={errors.rank ?? null}
          onChange={(rank) => (rank === null ? null : change({ rank: Number(rank) }))}
        />
      </div>
      <Textarea
        label={t("editor.description")}
        rows={2}
        value={draft.description}
        maxLength={roleTextLimits.description}
        error={errors.description ?? null}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
    </div>
  );
}

const sameGap = (one: Position, other: Position) =>
  one.beside.length === 0 && other.beside.length === 0 && one.over.join() === other.over.join();

/** The places in words. A rank somewhere between two roles counts as the place between them. */
function usePlaces({ policy, draft, start }: RoleEditor, myRole: string) {
  const { t, i18n } = useTranslation("permissions");
  const names = (keys: readonly string[]) =>
    listOf(
      keys.map((key) => nameOfRole(policy, key)),
      i18n.language,
    );
  const words = ({ beside, under, over }: Position): string => {
    if (beside.length > 0) return t("editor.beside", { roles: names(beside) });
    if (over.length === 0) return t("editor.below", { roles: names(under) });
    return t("editor.between", { above: names(over), below: names(under) });
  };
  const except = start.isNew ? undefined : draft.key;
  const offered = positionsFor(policy, myRole, except);
  const now = positionOf(policy, draft.rank, except);
  const chosen = offered.find((one) => one.rank === now.rank || sameGap(one, now));
  const all = chosen === undefined ? [now, ...offered] : offered;
  return {
    options: all.map((one) => ({ value: String(one.rank), label: words(one) })),
    value: String((chosen ?? now).rank),
  };
}
