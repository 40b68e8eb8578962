import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aDesktopState } from "#test/support/fixtures.ts";
import { renderWelcome } from "./renderWelcome.tsx";

const wrong = failed({ kind: "invalid", issues: [{ path: "passphrase", code: "wrongPassphrase", message: "No" }] });

test("the passphrase is asked for before anything else, and a wrong one is refused beside the field", async () => {
  const { user, bridge } = await renderWelcome(
    { "passphrase.unlock": ({ passphrase }) => (passphrase === "three otters" ? aDesktopState() : wrong) },
    { passphrase: "locked" },
  );
  expect(screen.queryByLabelText("E-mail address")).toBeNull();
  const field = await screen.findByLabelText("Passphrase");
  await user.type(field, "{Enter}");
  expect(await screen.findByText("Enter your passphrase.")).toBeDefined();
  await user.type(field, "two otters{Enter}");
  expect(await screen.findByText("This is not the passphrase.")).toBeDefined();
  await user.clear(field);
  await user.type(field, "three otters{Enter}");
  await waitFor(() => expect(bridge.inputsOf("passphrase.unlock")).toHaveLength(2));
});

test("whoever forgot it begins anew after a question", async () => {
  const { user, bridge } = await renderWelcome(
    { "passphrase.forget": () => aDesktopState({ account: null, passphrase: "none" }) },
    { passphrase: "locked" },
  );
  await user.click(await screen.findByRole("button", { name: "I forgot it" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Forget and sign in again" }));
  await waitFor(() => expect(bridge.inputsOf("passphrase.forget")).toEqual([{}]));
});
