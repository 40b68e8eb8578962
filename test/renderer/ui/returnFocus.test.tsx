import { Menu } from "@mantine/core";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

interface Brand {
  readonly name: string;
}

const columns: readonly TableColumn<Brand>[] = [{ id: "name", header: "Name", cell: ({ name }) => name, width: 200 }];
const nameOf = ({ name }: Brand) => name;

/** A list of brands; an entry of a row's menu asks before it deletes one. */
function Brands() {
  const [names, setNames] = useState(["Acme", "Globex", "Initech"]);
  const [asking, ask] = useState<string | null>(null);
  const remove = () => {
    setNames(names.filter((name) => name !== asking));
    ask(null);
  };
  return (
    <main id="main" tabIndex={-1}>
      <DataTable
        id="brands"
        label="Brands"
        columns={columns}
        rows={names.map((name) => ({ name }))}
        rowId={nameOf}
        rowLabel={nameOf}
        empty="None"
        rowActions={({ name }) => [{ id: "delete", label: "Delete", onSelect: () => ask(name) }]}
      />
      {asking === null ? null : (
        <Dialog title="Delete a brand" onClose={() => ask(null)}>
          <button type="button" onClick={remove}>
            Confirm
          </button>
        </Dialog>
      )}
    </main>
  );
}

async function askFromMenuOf(name: RegExp) {
  const { user } = await renderWithBridge(<Brands />, fakeBridge());
  act(() => screen.getByRole("row", { name }).focus());
  await user.keyboard(".");
  await screen.findByRole("menuitem", { name: "Delete" });
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true));
  return user;
}

beforeEach(() => localStorage.clear());

test("after a dialog that an entry of a row's menu opened, the row has the keyboard", async () => {
  const user = await askFromMenuOf(/Globex/);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("row", { name: /Globex/ })));
});

test("after a dialog that removed the row, the one in its place has the keyboard", async () => {
  const user = await askFromMenuOf(/Globex/);
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("row", { name: /Initech/ })));
});

/** A section whose button is another once its dialog has done its work. */
function Danger() {
  const [held, setHeld] = useState(false);
  const [asking, setAsking] = useState(false);
  const button = (label: string) => (
    <button type="button" onClick={() => setAsking(true)}>
      {label}
    </button>
  );
  return (
    <section>
      <button type="button">Leave</button>
      <div>{held ? <p>{button("Restore")}</p> : <div>{button("Delete")}</div>}</div>
      {asking ? (
        <Dialog title="Sure" onClose={() => setAsking(false)}>
          <Menu>
            <Menu.Target>
              <button type="button">More</button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item>Entry</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <button
            type="button"
            onClick={() => {
              setHeld(true);
              setAsking(false);
            }}
          >
            Confirm
          </button>
        </Dialog>
      ) : null}
    </section>
  );
}

test("where the button that opened a dialog is another afterwards, that one has the keyboard", async () => {
  const { user } = await renderWithBridge(<Danger />, fakeBridge());
  await user.click(screen.getByRole("button", { name: "Delete" }));
  await user.click(await screen.findByRole("button", { name: "Confirm" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Restore" })));
});

test("Esc at the button of an open menu closes the menu, and only then the dialog around it", async () => {
  const { user } = await renderWithBridge(<Danger />, fakeBridge());
  await user.click(screen.getByRole("button", { name: "Delete" }));
  const more = await screen.findByRole("button", { name: "More" });
  fireEvent.click(more);
  expect(more.getAttribute("aria-expanded")).toBe("true");
  fireEvent.keyDown(more, { key: "Escape" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  expect(screen.getByRole("dialog", { name: "Sure" })).toBeDefined();
  fireEvent.keyDown(more, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
