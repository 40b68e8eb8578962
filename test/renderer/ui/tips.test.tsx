import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { renderUi } from "#test/support/render.tsx";

/** The widths that a browser would have measured. */
function measured(element: HTMLElement, widths: { readonly text: number; readonly room: number }): void {
  Object.defineProperty(element, "scrollWidth", { value: widths.text, configurable: true });
  Object.defineProperty(element, "clientWidth", { value: widths.room, configurable: true });
}

test("a text that is cut off is told in whole while the pointer rests on it", async () => {
  const { user } = renderUi(<Truncate>Contoso International</Truncate>);
  const text = screen.getByText("Contoso International");
  measured(text, { text: 300, room: 100 });
  await user.hover(text);
  expect((await screen.findByRole("tooltip")).textContent).toBe("Contoso International");
  await user.unhover(text);
  await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
});

test("where a text fits, what it stands in has its say", async () => {
  const { user } = renderUi(
    <span data-tip="Contoso, Fabrikam">
      <Truncate>2 organizations</Truncate>
    </span>,
  );
  const text = screen.getByText("2 organizations");
  measured(text, { text: 100, room: 100 });
  await user.hover(text);
  expect((await screen.findByRole("tooltip")).textContent).toBe("Contoso, Fabrikam");
});

test("an element that says something else by the time that its tip shows is believed", async () => {
  const { user, rerender } = renderUi(<span data-tip="2026-03-03">2 hours ago</span>);
  await user.hover(screen.getByText("2 hours ago"));
  rerender(<span data-tip="Fabrikam">Fabrikam Ltd</span>);
  const next = screen.getByText("Fabrikam Ltd");
  await user.hover(next);
  expect((await screen.findByRole("tooltip")).textContent).toBe("Fabrikam");
});
