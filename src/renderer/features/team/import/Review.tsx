import { Button, Progress, Select, Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { assignableRoles, hasPermission } from "#domain/policy/policy.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { SeatsNote } from "../invite/SeatsNote.tsx";
import { importColumns, rowId, rowLabel, textOf, type ImportRow } from "./columns.tsx";
import classes from "./Import.module.css";
import type { FileLine } from "./readFile.ts";
import type { LeftOut } from "./report.ts";
import { useImportCheck } from "./useImportCheck.ts";

interface ReviewProps {
  readonly organization: Organization;
  readonly file: string;
  readonly lines: readonly FileLine[];
  readonly onBack: () => void;
  readonly onDone: (invited: number, left: readonly LeftOut[]) => void;
}

/** Every line with what will come of it; the good ones are invited, the others left out. */
export function Review({ organization, file, lines, onBack, onDone }: ReviewProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const [forAll, setForAll] = useState("");
  const [onlyWrong, setOnlyWrong] = useState(false);
  const [search, setSearch] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const { roles, asked } = useAsked(organization, lines, forAll);
  const check = useImportCheck(organization.id, asked);
  const nouns = nounsOf(organization);
  const columns = useMemo(() => importColumns(t, nouns), [t, nouns]);
  const wrong = useMemo(() => new Map(check.checked?.problems.map(({ line, why }) => [line, why])), [check.checked]);
  const unknown = check.fault ? "unchecked" : "checking";
  const others = check.checked ? "good" : unknown;
  const rows = useMemo(
    (): readonly ImportRow[] => asked.map((line) => ({ ...line, outlook: wrong.get(line.line) ?? others })),
    [asked, wrong, others],
  );
  const good = check.checked?.good ?? 0;
  const words = { wrong: wrong.size, good, file };
  const counts = { ...words, count: check.checked ? good : asked.length };
  const send = useCommand("invitation.import", {
    onDone: ({ outcomes, invited }) => {
      const byLine = new Map(asked.map((line) => [line.line, line]));
      const left = outcomes.flatMap((outcome): LeftOut[] => {
        const line = byLine.get(outcome.line);
        return outcome.result === "skipped" && line ? [{ ...line, why: outcome.why }] : [];
      });
      onDone(invited, left);
    },
    onFault: setFault,
  });
  const unchecked = check.fault ? faultText(common, check.fault) : t("import.checking");
  const because = check.checked === null ? unchecked : good === 0 ? t("import.nobody") : null;
  return (
    <div className={classes["form"]}>
      <FaultNotice fault={fault ?? check.fault} />
      {check.fault ? (
        <Button variant="default" onClick={check.again}>
          {common("action.retry")}
        </Button>
      ) : null}
      <output className={classes["summary"]}>
        {check.checked ? t("import.found", counts) : check.fault ? null : t("import.checkingLines", counts)}
      </output>
      <div className={classes["table"]}>
        <DataTable
          id="import"
          label={t("import.lines")}
          columns={columns}
          rows={onlyWrong ? rows.filter(({ outlook }) => outlook !== "good") : rows}
          rowId={rowId}
          rowLabel={rowLabel}
          total={rows.length}
          empty={<p className={classes["quiet"]}>{t("import.noneWrong")}</p>}
          search={{ label: t("import.search"), value: search, onChange: setSearch, textOf }}
          toolbarEnd={
            <Switch
              label={t("import.onlyWrong")}
              checked={onlyWrong}
              disabled={wrong.size === 0}
              onChange={(event) => setOnlyWrong(event.currentTarget.checked)}
            />
          }
        />
      </div>
      <Select
        label={t("import.role")}
        data={[
          { value: "", label: t("import.asInFile") },
          ...roles.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        value={forAll}
        allowDeselect={false}
        maw={320}
        onChange={(value) => setForAll(value ?? "")}
      />
      <SeatsNote organization={organization} inviting={good} />
      {send.pending ? <Progress value={100} animated aria-label={t("import.sending")} /> : null}
      <DialogFooter pending={send.pending}>
        <Button variant="default" disabled={send.pending} onClick={onBack}>
          {t("import.other")}
        </Button>
        <CommandButton
          because={because}
          loading={send.pending}
          onClick={() => {
            setFault(null);
            void send.run({
              organizationId: organization.id,
              lines: asked.map((line) => ({ ...line, workspaces: [...line.workspaces] })),
            });
          }}
        >
          {t("import.submit", { count: good })}
        </CommandButton>
      </DialogFooter>
    </div>
  );
}

/** The lines as they are asked for: a role for all in place of theirs, the usual one where they name none. */
function useAsked(organization: Organization, lines: readonly FileLine[], forAll: string) {
  const policy = policyFor(organization);
  return useMemo(() => {
    const roles = assignableRoles(policy, organization.me.role);
    const usual = roles.find(({ key }) => key === policy.preset.defaultInvitationRole) ?? roles.at(-1);
    const roleOf = (line: FileLine) => (forAll === "" ? line.role || (usual?.name ?? "") : forAll);
    const all = roles.find(({ key }) => key === forAll);
    const sees = all !== undefined && hasPermission(policy, all.key, "workspace.viewAll");
    // Whoever sees every workspace is given none: the choice for all would otherwise spoil each line that names some.
    const asked = lines.map((line) => ({
      ...line,
      role: all?.name ?? roleOf(line),
      workspaces: sees ? [] : [...line.workspaces],
    }));
    return { roles, asked };
  }, [policy, organization.me.role, lines, forAll]);
}
