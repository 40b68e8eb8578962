import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { offeredCommands, runCommand, useOfferCommands, type Command } from "#renderer/app/commands/commands.ts";

test("commands are made once, when somebody first asks for them, and go with their screen", () => {
  const run = vi.fn();
  const offer = vi.fn((): readonly Command[] => [{ id: "fold", label: "Fold", group: "action", run }]);
  const { rerender, unmount } = renderHook(() => useOfferCommands(offer));
  rerender();
  expect(offer).not.toHaveBeenCalled();
  expect(offeredCommands().map(({ id }) => id)).toContain("fold");
  runCommand("fold");
  expect(run).toHaveBeenCalledTimes(1);
  expect(offer).toHaveBeenCalledTimes(1);
  unmount();
  expect(offeredCommands().map(({ id }) => id)).not.toContain("fold");
});
