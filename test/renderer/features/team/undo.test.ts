import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { toastUndoable, useLatestAct } from "#renderer/features/team/undo.ts";
import { idOf } from "#test/support/fixtures.ts";

test("the keyboard takes back what was done here, and nothing of the organization that was left", () => {
  const [northwind, contoso] = [idOf(100), idOf(101)];
  const latest = renderHook(({ here }) => useLatestAct(here), { initialProps: { here: northwind } });
  act(() => toastUndoable(northwind, "Dana no longer has access", "Undo", () => undefined));
  expect(latest.result.current?.message).toBe("Dana no longer has access");
  latest.rerender({ here: contoso });
  expect(latest.result.current).toBeNull();
  latest.rerender({ here: northwind });
  act(() => latest.result.current?.take());
  expect(latest.result.current).toBeNull();
});
