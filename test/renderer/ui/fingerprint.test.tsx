import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Fingerprint } from "#renderer/ui/Fingerprint.tsx";
import { renderUi } from "#test/support/render.tsx";

test("a fingerprint stands in groups of eight, and its tooltip may stand in it", async () => {
  const warned = vi.spyOn(console, "error");
  const { user } = renderUi(<Fingerprint label="Key" value="0123456789abcdef" />);
  expect(screen.getByText("01234567 89abcdef")).toBeDefined();
  await user.hover(screen.getByRole("button", { name: "Copy" }));
  expect((await screen.findByRole("tooltip")).textContent).toBe("Copy");
  expect(warned).not.toHaveBeenCalled();
});
