import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useRef, useState } from "react";
import { expect, test } from "vitest";
import { ActionMenu } from "#renderer/ui/ActionMenu.tsx";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { Drawer } from "#renderer/ui/dialog/Drawer.tsx";
import { SaveBar } from "#renderer/ui/form/SaveBar.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

interface Person {
  readonly name: string;
}

const people: readonly Person[] = ["Ada", "Dana", "Grace", "Omar"].map((name) => ({ name }));
const columns: readonly TableColumn<Person>[] = [{ id: "name", header: "Name", cell: ({ name }) => name, width: 200 }];
const nameOf = ({ name }: Person) => name;

/** A list with a drawer, in which a person can be removed after a question. */
function People() {
  const [rows, setRows] = useState(people);
  const [openId, setOpenId] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const table = useRef<TableHandle<Person>>(null);
  const gone = openId !== null && !rows.some(({ name }) => name === openId);
  const remove = (name: string) => setRows((before) => before.filter((each) => each.name !== name));
  return (
    <>
      <input aria-label="Elsewhere" />
      <DataTable
        id="people"
        label="People"
        columns={columns}
        rows={rows}
        rowId={nameOf}
        rowLabel={nameOf}
        empty="Nobody"
        openId={openId}
        onOpen={({ name }) => setOpenId(name)}
        bulkActions={() => []}
        rowActions={({ name }) => [{ id: "remove", label: "Take out", onSelect: () => remove(name) }]}
        handle={table}
      />
      {openId === null ? null : (
        <Drawer
          title="Member"
          identity={openId}
          actions={
            gone ? null : (
              <button type="button" onClick={() => setAsking(true)}>
                Remove
              </button>
            )
          }
          onClose={() => setOpenId(null)}
          onStep={(step) => setOpenId((id) => table.current?.neighbour(id ?? "", step)?.name ?? id)}
        >
          Facts
        </Drawer>
      )}
      {asking ? (
        <Dialog title="Remove a person" onClose={() => setAsking(false)}>
          <button
            type="button"
            onClick={() => {
              remove(openId ?? "");
              setAsking(false);
            }}
          >
            Confirm
          </button>
        </Dialog>
      ) : null}
    </>
  );
}

const focused = (): string => document.activeElement?.textContent ?? "";

test("after walking in a drawer Esc leads to the row walked to", async () => {
  const { user } = await renderWithBridge(<People />, fakeBridge());
  await user.click(screen.getByText("Ada"));
  await user.keyboard("{ArrowDown}");
  await user.click(screen.getByRole("button", { name: "Next" }));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(focused()).toBe("Grace"));
});

test("Esc closes the dialog above a drawer alone, and the keyboard is in the drawer again", async () => {
  const { user } = await renderWithBridge(<People />, fakeBridge());
  await user.click(screen.getByText("Ada"));
  await user.click(screen.getByRole("button", { name: "Remove" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Remove a person" })).toBeNull());
  expect(screen.getByRole("dialog", { name: "Member" })).toBeDefined();
  await waitFor(() => expect(focused()).toBe("Remove"));
});

test("a button that goes away leaves the keyboard in its drawer", async () => {
  const { user } = await renderWithBridge(<People />, fakeBridge());
  await user.click(screen.getByText("Ada"));
  await user.click(screen.getByRole("button", { name: "Remove" }));
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("dialog", { name: "Member" })));
});

test("the row in the place of one that went has the keyboard", async () => {
  const { user } = await renderWithBridge(<People />, fakeBridge());
  await user.click(screen.getByRole("button", { name: "Actions for this row: Dana" }));
  await user.click(await screen.findByRole("menuitem", { name: "Take out" }));
  await waitFor(() => expect(focused()).toBe("Grace"));
});

function Role() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionMenu actions={[{ id: "delete", label: "Delete role", onSelect: () => setAsking(true) }]} />
      {asking ? (
        <Dialog title="Delete a role" onClose={() => setAsking(false)}>
          <button type="button" onClick={() => setAsking(false)}>
            Keep it
          </button>
        </Dialog>
      ) : null}
    </>
  );
}

test("after a dialog that an entry of a menu opened, the menu's button has the keyboard", async () => {
  const { user } = await renderWithBridge(<Role />, fakeBridge());
  const button = screen.getByRole("button", { name: "More actions" });
  button.focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("menuitem", { name: "Delete role" });
  await user.keyboard("{ArrowDown}{Enter}");
  await user.click(await screen.findByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test("Esc pressed before the keyboard has come into a menu closes it", async () => {
  await renderWithBridge(<Role />, fakeBridge());
  const button = screen.getByRole("button", { name: "More actions" });
  fireEvent.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("true");
  fireEvent.keyDown(button, { key: "Escape" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
});

test("Esc pressed before the keyboard has come into a row's menu closes the menu alone", async () => {
  await renderWithBridge(<People />, fakeBridge());
  const row = screen.getByRole("row", { name: /Dana/ });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "x" });
  fireEvent.keyDown(row, { key: "." });
  fireEvent.keyDown(row, { key: "Escape" });
  expect(screen.queryByRole("menu")).toBeNull();
  expect(screen.getByText("1 selected")).toBeDefined();
});

test("a drawer that closes does not call back who has moved on meanwhile", async () => {
  const { user } = await renderWithBridge(<People />, fakeBridge());
  await user.click(screen.getByText("Ada"));
  fireEvent.keyDown(screen.getByRole("dialog", { name: "Member" }), { key: "Escape" });
  expect(screen.queryByRole("dialog")).toBeNull();
  const elsewhere = screen.getByRole("textbox", { name: "Elsewhere" });
  elsewhere.focus();
  // What the closing left for later is over before this is.
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.activeElement).toBe(elsewhere);
});

function Details() {
  const [unsaved, setUnsaved] = useState(true);
  const save = () => setUnsaved(false);
  return (
    <main id="main" tabIndex={-1}>
      {unsaved ? (
        <SaveBar label="Unsaved" text="" discardLabel="Discard" saveLabel="Save" pending={false} onDiscard={save} />
      ) : null}
    </main>
  );
}

test("a save bar that goes leaves the keyboard to the page", async () => {
  const { user } = await renderWithBridge(<Details />, fakeBridge());
  screen.getByRole("button", { name: "Discard" }).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("main")));
});
