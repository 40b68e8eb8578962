import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useInviteDraft } from "#renderer/features/team/invite/draft.ts";
import { idOf } from "#test/support/fixtures.ts";

test("the end of some people's access is not that of the next who are invited", () => {
  const { result } = renderHook(() => useInviteDraft(idOf(100)));
  act(() => result.current.change({ list: "a@example.com", message: "Hello", role: "admin", lastDay: "2027-01-31" }));
  expect(result.current.draft.lastDay).toBe("2027-01-31");
  act(() => result.current.clear());
  expect(result.current.draft).toMatchObject({ list: "", message: "", role: "admin", lastDay: null });
});
