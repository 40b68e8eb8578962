import "#renderer/app/theme/styles.ts";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { MemoryRouter } from "react-router";
import { ThemeProvider } from "#renderer/app/theme/ThemeProvider.tsx";
import { BridgeProvider } from "#renderer/bridge/BridgeProvider.tsx";
import { useColumns } from "#renderer/features/team/columns.tsx";
import { memberRow, rowId, rowLabel, type TeamRow } from "#renderer/features/team/people.ts";
import { createI18n } from "#renderer/i18n/i18n.ts";
import { LocaleProvider } from "#renderer/i18n/LocaleProvider.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { anOrganization, pageWith } from "#test/support/fixtures.ts";
import { people } from "./people.ts";
import "../system/measured-table.ts";

const rows = people(100_000).map(memberRow);
const organization = anOrganization();
const textOf = (row: TeamRow) => (row.kind === "member" ? `${row.member.name} ${row.member.email}` : "");

/** How the driver types into the table while it is there. */
const typing: { search: (text: string) => void } = { search: () => {} };

/** The team's table with its own columns, menus and selection, over rows that are all loaded. */
function Team() {
  const [typed, setTyped] = useState("");
  useEffect(() => void Object.assign(typing, { search: setTyped }), []);
  return (
    <DataTable
      id="team"
      label="Team"
      columns={useColumns(organization)}
      rows={rows}
      rowId={rowId}
      rowLabel={rowLabel}
      empty={null}
      search={{ label: "Search people", value: typed, onChange: setTyped, textOf }}
      rowActions={rowActions}
      bulkActions={rowActions}
      onOpen={open}
    />
  );
}

const rowActions = () => [];
const open = () => {};

/** The table is there to be driven once the page has the bridge's first state. */
function Page() {
  const [on, setOn] = useState(false);
  useEffect(() => {
    window.table = {
      mount: () => flushSync(() => setOn(true)),
      scrollTo: (top) => {
        const body = grid()?.parentElement;
        if (body) body.scrollTop = top;
      },
      filter: (text) => typing.search(text),
      drawn: () => Array.from(document.querySelectorAll("[role=grid] tbody tr"), (row) => row.textContent ?? ""),
      // The header counts as a row.
      matching: () => Number(grid()?.getAttribute("aria-rowcount") ?? 1) - 1,
    };
  }, []);
  return on ? <Team /> : null;
}

const grid = () => document.querySelector("[role=grid]");

const root = document.querySelector<HTMLElement>("#root");
if (!root) throw new Error("The page has no #root");
createRoot(root).render(
  <I18nextProvider i18n={createI18n("en-GB")}>
    <LocaleProvider locale={{ language: "en-GB", timeZone: "Europe/London" }}>
      <ThemeProvider env="test">
        <BridgeProvider bridge={fakeBridge({ "approval.list": () => pageWith([]) })}>
          <MemoryRouter>
            <Page />
          </MemoryRouter>
        </BridgeProvider>
      </ThemeProvider>
    </LocaleProvider>
  </I18nextProvider>,
);
