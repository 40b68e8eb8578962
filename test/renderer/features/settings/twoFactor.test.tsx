import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { renderAccountSettings } from "./renderSettings.tsx";

const at = "/account/sign-in";
const sessions = { "session.list": () => ({ items: [] }) };
const since = "2026-11-01T09:00:00.000Z";
const recoveryCodes = ["k3fd-9q2m-x7ta-0bze", "0000-1111-2222-3333"];
const secret = {
  secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  uri: "otpauth://totp/Orgdesk:ada@example.com?issuer=Orgdesk&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  expiresAt: since,
};

test("password, key, first code, recovery codes", async () => {
  const { bridge, user } = await renderAccountSettings(
    { ...sessions, "twoFactor.begin": () => secret, "twoFactor.confirm": () => ({ recoveryCodes }) },
    at,
  );
  await user.click(await screen.findByRole("button", { name: "Turn on" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Password"), "secret phrase here{Enter}");
  expect(await screen.findByRole("img", { name: /QR code/ })).toBeDefined();
  expect(screen.getByLabelText("Key").textContent).toBe("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Code, digit 1 of 6")));
  await user.keyboard("123456");
  expect(await screen.findByText("k3fd-9q2m-x7ta-0bze")).toBeDefined();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Copy codes"));
  await user.click(screen.getByRole("button", { name: "I have kept them" }));
  await waitFor(() => expect(screen.queryByText("k3fd-9q2m-x7ta-0bze")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Turn on" })));
  expect(bridge.inputsOf("twoFactor.begin")).toEqual([{ password: "secret phrase here" }]);
  expect(bridge.inputsOf("twoFactor.confirm")).toEqual([{ code: "123456" }]);
});

test("new recovery codes take the password, are shown this once, and say how many there are", async () => {
  let left = 1;
  const { bridge, user } = await renderAccountSettings(
    {
      ...sessions,
      "twoFactor.get": () => ({ since, recoveryCodesLeft: left }),
      "twoFactor.renewRecoveryCodes": ({ password }) => {
        if (password !== "secret phrase here") return failed({ kind: "unauthenticated", reason: "badCredentials" });
        left = recoveryCodes.length;
        return { recoveryCodes };
      },
    },
    at,
  );
  expect(await screen.findByText(/1 left/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Make new codes" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Password"), "not it{Enter}");
  expect(await screen.findByText("This is not your password.")).toBeDefined();
  await user.clear(within(dialog).getByLabelText("Password"));
  await user.type(within(dialog).getByLabelText("Password"), "secret phrase here{Enter}");
  const codes = await screen.findByRole("list", { name: "Recovery codes" });
  expect(
    within(codes)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(recoveryCodes);
  await user.click(screen.getByRole("button", { name: "I have kept them" }));
  await waitFor(() => expect(screen.queryByRole("list", { name: "Recovery codes" })).toBeNull());
  expect(await screen.findByText(/2 left/)).toBeDefined();
  expect(bridge.inputsOf("twoFactor.renewRecoveryCodes")).toHaveLength(2);
});

test("turning it off says a wrong password beside its field", async () => {
  const { user } = await renderAccountSettings(
    {
      ...sessions,
      "twoFactor.get": () => ({ since, recoveryCodesLeft: 3 }),
      "twoFactor.disable": () => failed({ kind: "unauthenticated", reason: "badCredentials", requestId: "r-3" }),
    },
    at,
  );
  expect(await screen.findByText(/3 left/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Turn off" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Password"), "not it{Enter}");
  expect(await screen.findByText("This is not your password.")).toBeDefined();
});
