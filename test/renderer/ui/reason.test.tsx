import { Button } from "@mantine/core";
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ActionMenu } from "#renderer/ui/ActionMenu.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { renderUi } from "#test/support/render.tsx";

const why = "Inviting needs the permission 'Invite people', which Admin and Owner have";

test("a refused control stays in the tab order, says why on focus, and does nothing", async () => {
  const onClick = vi.fn();
  const { user } = renderUi(
    <Reason because={why}>
      <Button onClick={onClick}>Invite</Button>
    </Reason>,
  );
  await user.tab();
  const button = screen.getByRole("button", { name: "Invite" });
  expect(document.activeElement).toBe(button);
  expect((await screen.findByRole("tooltip")).textContent).toBe(why);
  await user.keyboard("{Enter}");
  await user.click(button);
  expect(onClick).not.toHaveBeenCalled();
  expect(button.getAttribute("aria-disabled")).toBe("true");
});

test("hovering says why, too", async () => {
  const { user } = renderUi(
    <Reason because={why}>
      <Button>Invite</Button>
    </Reason>,
  );
  await user.hover(screen.getByRole("button"));
  expect((await screen.findByRole("tooltip")).textContent).toBe(why);
});

test("without a reason the control is left alone", async () => {
  const onClick = vi.fn();
  const { user } = renderUi(
    <Reason because={null}>
      <Button onClick={onClick}>Invite</Button>
    </Reason>,
  );
  await user.click(screen.getByRole("button"));
  expect(onClick).toHaveBeenCalledTimes(1);
});

test("a refused entry of a menu neither acts nor closes the menu", async () => {
  const onSelect = vi.fn();
  const actions = [{ id: "remove", label: "Remove", reason: why, onSelect }];
  const { user } = renderUi(<ActionMenu actions={actions} />);
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  expect(onSelect).not.toHaveBeenCalled();
  expect(screen.getByRole("menuitem", { name: "Remove" })).toBeDefined();
});
