import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { NoChanges } from "#renderer/ui/CommandButton.tsx";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { renderUi } from "#test/support/render.tsx";

const impact = [{ id: "seats", text: "Frees one seat" }];

test("shows the impact and acts on its verb", async () => {
  const onConfirm = vi.fn();
  const { user } = renderUi(
    <DecisionDialog
      opened
      title="Remove Dana"
      confirmLabel="Remove"
      impact={impact}
      onConfirm={onConfirm}
      onClose={vi.fn()}
    />,
  );
  expect(screen.getByRole("dialog", { name: "Remove Dana" }).textContent).toContain("Frees one seat");
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

test("what cannot be undone waits for the exact words", async () => {
  const onConfirm = vi.fn();
  const { user } = renderUi(
    <DecisionDialog
      opened
      title="Delete Acme"
      confirmLabel="Delete"
      typedConfirmation="Acme"
      onConfirm={onConfirm}
      onClose={vi.fn()}
    />,
  );
  await user.type(screen.getByRole("textbox", { name: "Type Acme to confirm" }), "acme{Enter}");
  expect(onConfirm).not.toHaveBeenCalled();
  await user.clear(screen.getByRole("textbox"));
  await user.type(screen.getByRole("textbox"), "Ac\u2060me{Enter}");
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

test("while it runs, neither a second click nor Esc does anything", async () => {
  const onConfirm = vi.fn();
  const onClose = vi.fn();
  const { user } = renderUi(
    <DecisionDialog opened pending title="Remove Dana" confirmLabel="Remove" onConfirm={onConfirm} onClose={onClose} />,
  );
  await user.keyboard("{Enter}{Escape}");
  expect(onConfirm).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

test.each([
  [{ kind: "conflict", code: "stateMoved", requestId: "r-1" } as const, "Someone changed this in the meantime."],
  [{ kind: "internal", requestId: "r-1" } as const, "Something went wrong on the server.Request r-1"],
])("a fault stands above the buttons, with its request where nobody here can mend it: %j", (fault, told) => {
  renderUi(
    <DecisionDialog
      opened
      title="Remove Dana"
      confirmLabel="Remove"
      fault={fault}
      onConfirm={vi.fn()}
      onClose={vi.fn()}
    />,
  );
  expect(screen.getByRole("alert").textContent).toBe(told);
});

test("a dialog that is open when the connection is lost keeps what was typed, and its verb waits", async () => {
  const onConfirm = vi.fn();
  const dialog = (offline: string | null) => (
    <NoChanges value={offline}>
      <DecisionDialog
        opened
        title="Delete Acme"
        confirmLabel="Delete"
        typedConfirmation="Acme"
        onConfirm={onConfirm}
        onClose={vi.fn()}
      />
    </NoChanges>
  );
  const { user, rerender } = renderUi(dialog(null));
  await user.type(screen.getByRole("textbox"), "Acme");
  rerender(dialog("You are offline. Changes need the server."));
  const verb = screen.getByRole("button", { name: "Delete" });
  expect(verb.getAttribute("aria-description")).toBe("You are offline. Changes need the server.");
  await user.type(screen.getByRole("textbox"), "{Enter}");
  await user.click(verb);
  expect(onConfirm).not.toHaveBeenCalled();
  rerender(dialog(null));
  await user.click(screen.getByRole("button", { name: "Delete" }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});
