import { fireEvent, screen } from "@testing-library/react";
import { MemoryRouter, useLocation, useNavigationType } from "react-router";
import { expect, test } from "vitest";
import { PlaceLink } from "#renderer/app/PlaceLink.tsx";
import { renderUi } from "#test/support/render.tsx";

function Where() {
  return `${useNavigationType()} ${useLocation().pathname}`;
}

function renderAt(at: string) {
  const ui = (
    <MemoryRouter initialEntries={[at]}>
      <PlaceLink to="/people">People</PlaceLink>
      <PlaceLink to="/inbox">Inbox</PlaceLink>
      <output>
        <Where />
      </output>
    </MemoryRouter>
  );
  return renderUi(ui);
}

const link = (name: string) => screen.getByRole("link", { name });
const current = (name: string) => link(name).getAttribute("aria-current");
const where = () => screen.getByRole("status").textContent;

test("marks the place that one is in, however deep", () => {
  renderAt("/people/plans");
  expect([current("People"), current("Inbox")]).toEqual(["page", null]);
});

test("no place is marked for one whose address only begins alike", () => {
  renderAt("/peoples");
  expect(current("People")).toBeNull();
});

test("leads there, and another press adds no step back", async () => {
  const { user } = renderAt("/people");
  await user.click(link("Inbox"));
  expect(where()).toBe("PUSH /inbox");
  await user.click(link("Inbox"));
  expect(where()).toBe("REPLACE /inbox");
});

test("a press with a key is the browser's", () => {
  renderAt("/people");
  const went = fireEvent.click(link("Inbox"), { ctrlKey: true });
  expect([went, where()]).toEqual([true, "POP /people"]);
});
