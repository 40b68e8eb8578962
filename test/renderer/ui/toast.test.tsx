import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createI18n } from "#renderer/i18n/i18n.ts";
import { offerUndo, toastDone, toastFault, withdrawUndo } from "#renderer/ui/toast.tsx";
import { renderUi } from "#test/support/render.tsx";

test("what was done can be undone from its toast, once", async () => {
  const run = vi.fn();
  const { user } = renderUi(<p>page</p>);
  act(() => void toastDone({ message: "Dana can now manage billing", undo: { label: "Undo", run } }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(run).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(screen.queryByText("Dana can now manage billing")).toBeNull());
});

test("what was done at the server is not offered to be undone while it is not reached; what is kept here is", async () => {
  const [run, runThere] = [vi.fn(), vi.fn()];
  const { user } = renderUi(<p>page</p>);
  act(() => {
    toastDone({ message: "Dana can now manage billing", undo: { label: "Undo there", run: runThere } });
    toastDone({ message: "2 people decided", undo: { label: "Undo here", run, local: true } });
  });
  expect(await screen.findByRole("button", { name: "Undo there" })).toBeDefined();
  act(withdrawUndo);
  await waitFor(() => expect(screen.queryByRole("button", { name: "Undo there" })).toBeNull());
  expect(screen.getByText("Dana can now manage billing")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Undo here" }));
  expect(run).toHaveBeenCalledTimes(1);
  act(offerUndo);
  await user.click(await screen.findByRole("button", { name: "Undo there" }));
  expect(runThere).toHaveBeenCalledTimes(1);
});

test("a fault stays until dismissed and carries its request id", async () => {
  const { user } = renderUi(<p>page</p>);
  act(() => void toastFault(createI18n().t, { kind: "unavailable", requestId: "r-7" }, "Dana's role was not changed."));
  const text = await screen.findByText(/Dana's role was not changed/);
  expect(text.textContent).toBe("Dana's role was not changed. The server does not answer right now.Request r-7");
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  await waitFor(() => expect(screen.queryByText(/was not changed/)).toBeNull());
});
