import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Link, MemoryRouter, useLocation } from "react-router";
import { expect, test } from "vitest";
import { addressed, searched } from "#renderer/app/filters/addressed.ts";
import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";

const boxFilters = addressed<{ readonly search: string }>({ search: searched("q") });

function Box() {
  const { typed, search } = useFiltersInAddress(boxFilters);
  return (
    <>
      <input value={typed} onChange={(event) => search(event.currentTarget.value)} />
      <output>{useLocation().search}</output>
      <Link to="/?q=bri">there</Link>
      <Link to="/">back</Link>
    </>
  );
}

const typed = () => screen.getByRole<HTMLInputElement>("textbox").value;
const address = () => screen.getByRole("status").textContent;

test("the box follows whatever else changes the address, also back to what it wrote itself", async () => {
  const user = userEvent.setup();
  render(
    <MemoryRouter useTransitions={false}>
      <Box />
    </MemoryRouter>,
  );
  await user.click(screen.getByRole("link", { name: "there" }));
  expect(typed()).toBe("bri");
  await user.click(screen.getByRole("link", { name: "back" }));
  expect(typed()).toBe("");
  await user.type(screen.getByRole("textbox"), "bri");
  await waitFor(() => expect(address()).toBe("?q=bri"));
  await user.click(screen.getByRole("link", { name: "back" }));
  expect(typed()).toBe("");
  await user.click(screen.getByRole("link", { name: "there" }));
  expect(typed()).toBe("bri");
});
