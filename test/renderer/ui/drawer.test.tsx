import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { Drawer } from "#renderer/ui/dialog/Drawer.tsx";
import { renderUi } from "#test/support/render.tsx";

function Details({ onStep }: { onStep?: (step: -1 | 1) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Dana
      </button>
      {opened ? (
        <Drawer title="Member" identity="Dana" onClose={() => setOpened(false)} {...(onStep ? { onStep } : {})}>
          <input aria-label="Note" />
        </Drawer>
      ) : null}
    </>
  );
}

test("takes the focus, walks the list with the arrows, and gives the focus back on Esc", async () => {
  const onStep = vi.fn();
  const { user } = renderUi(<Details onStep={onStep} />);
  await user.click(screen.getByRole("button", { name: "Dana" }));
  expect(document.activeElement).toBe(screen.getByRole("dialog", { name: "Member" }));
  await user.keyboard("{ArrowDown}{ArrowUp}");
  await user.click(screen.getByRole("textbox"));
  await user.keyboard("{ArrowDown}");
  expect(onStep.mock.calls).toEqual([[1], [-1]]);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Dana" }));
});

test("Esc belongs to the dialog above it", () => {
  const closeDrawer = vi.fn();
  const closeDialog = vi.fn();
  renderUi(
    <>
      <Drawer title="Member" identity="Dana" onClose={closeDrawer}>
        Facts
      </Drawer>
      <DecisionDialog opened title="Remove" confirmLabel="Remove" onConfirm={vi.fn()} onClose={closeDialog} />
    </>,
  );
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(closeDialog).toHaveBeenCalledTimes(1);
  expect(closeDrawer).not.toHaveBeenCalled();
});
