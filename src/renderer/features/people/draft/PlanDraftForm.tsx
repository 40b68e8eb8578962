import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuilding } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { PeopleTabs } from "../PeopleTabs.tsx";
import { addressesOf } from "./addresses.ts";
import { AddressesField } from "./AddressesField.tsx";
import { ApplyButton } from "./ApplyButton.tsx";
import { Blocked } from "./Blocked.tsx";
import { changeOf, givesRoles } from "./change.ts";
import { useDraftColumns } from "./columns.tsx";
import classes from "./Draft.module.css";
import { DraftSummary } from "./DraftSummary.tsx";
import type { PlanDraft } from "./planDraft.ts";
import { MessageField, RoleFields } from "./RoleFields.tsx";
import { leastRoles, rolesByPreset } from "./roles.ts";
import { candidatesOf, includedAtFirst } from "./targets.ts";
import { usePlanRows, type PlanRow } from "./usePlanRows.ts";

interface PlanDraftFormProps {
  readonly draft: PlanDraft;
  readonly organizations: readonly ManagedOrganization[];
}

/** How long typing rests before the addresses are checked, in milliseconds. */
const rest = 300;

const rowId = ({ organization }: PlanRow): string => organization.id;
const rowLabel = ({ organization }: PlanRow): string => organization.name;

/** Whom, where, with which role; what would become of it in each organization; and the button that starts it. */
export function PlanDraftForm({ draft, organizations }: PlanDraftFormProps) {
  const { t } = useTranslation("people");
  const { kind } = draft;
  const [typed, setTyped] = useState("");
  const [settled] = useDebouncedValue(typed, rest);
  const { emails, wrong } = useMemo(() => addressesOf(settled), [settled]);
  const candidates = useMemo(() => candidatesOf(draft, organizations, emails), [draft, organizations, emails]);
  const presets = useMemo(() => rolesByPreset(candidates.map(({ organization }) => organization)), [candidates]);
  const [included, setIncluded] = useState(() => includedAtFirst(draft, candidates));
  const [roles, setRoles] = useState(() => leastRoles(presets));
  const [message, setMessage] = useState("");
  const [search, setSearch] = useState("");
  const change = useMemo(() => changeOf(kind, roles, ""), [kind, roles]);
  const plan = usePlanRows(candidates, included, change);
  const inside = useMemo(() => plan.rows.filter((row) => row.included), [plan.rows]);
  const toggle = useCallback((id: string) => setIncluded((before) => before.symmetricDifference(new Set([id]))), []);
  const priced = organizations.some(({ seatPrice }) => seatPrice !== null);
  const columns = useDraftColumns({ kind, roles, onRoles: setRoles, onToggle: toggle, priced });
  const every = included.size === candidates.length;
  const toggleAll = () => setIncluded(new Set(every ? [] : candidates.map(({ organization }) => organization.id)));

  const names = [...draft.people.map(({ name }) => name), ...emails];
  const [only] = names;
  const people =
    only === undefined
      ? t("plans.draft.nobody")
      : names.length === 1
        ? only
        : t("plans.draft.people", { count: names.length });
  return (
    <Page
      title={t(`plans.draft.title.${kind}`, { people })}
      toolbar={<PeopleTabs />}
      primary={
        <ApplyButton
          change={changeOf(kind, roles, message)}
          rows={inside}
          tooMany={plan.tooMany}
          nobody={only === undefined || wrong.length > 0}
          judging={plan.isFetching || typed !== settled}
          danger={kind === "remove"}
        />
      }
    >
      <div className={classes["top"]}>
        <p className={classes["summary"]}>{t(`plans.draft.what.${kind}`)}</p>
        {kind === "add" ? (
          <div className={classes["fields"]}>
            <AddressesField value={typed} wrong={wrong} also={draft.people.length > 0} onChange={setTyped} />
            <MessageField value={message} onChange={setMessage} />
          </div>
        ) : null}
        {givesRoles(kind) ? (
          <div className={classes["fields"]}>
            <RoleFields presets={presets} roles={roles} onRoles={setRoles} />
          </div>
        ) : null}
        <Blocked rows={inside} onLeaveOut={(ids) => setIncluded((before) => before.difference(new Set(ids)))} />
        <DraftSummary rows={inside} tooMany={plan.tooMany} />
      </div>
      <DataTable
        id="planDraft"
        label={t("drawer.memberships")}
        columns={columns}
        rows={plan.rows}
        rowId={rowId}
        rowLabel={rowLabel}
        fault={plan.error}
        onRetry={plan.refetch}
        empty={<EmptyState icon={<IconBuilding size={20} />} text={t("plans.draft.empty")} />}
        search={{ label: t("plans.draft.search"), value: search, onChange: setSearch, textOf: rowLabel }}
        toolbarEnd={
          <Button variant="default" onClick={toggleAll}>
            {every ? t("plans.draft.chooseNone") : t("plans.draft.chooseAll")}
          </Button>
        }
        onOpen={(row) => toggle(row.organization.id)}
      />
    </Page>
  );
}
