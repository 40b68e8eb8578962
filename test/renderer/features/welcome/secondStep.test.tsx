import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aDesktopState, anAccount } from "#test/support/fixtures.ts";
import { renderWelcome } from "./renderWelcome.tsx";

const waiting = { secondStep: { expiresAt: "2026-11-01T09:05:00.000Z" } };
const done = () => aDesktopState({ account: anAccount() });

test("the last digit of the code sends it", async () => {
  const { bridge, user } = await renderWelcome({ "session.completeSignIn": done }, waiting);
  expect(screen.getByRole("heading", { name: "Enter your code" })).toBeDefined();
  await user.keyboard("123456");
  await waitFor(() => expect(bridge.inputsOf("session.completeSignIn")).toEqual([{ code: "123456" }]));
});

test("a wrong code is said beside the field, which is empty again", async () => {
  const { user } = await renderWelcome(
    { "session.completeSignIn": () => failed({ kind: "unauthenticated", reason: "badCode", requestId: "r-1" }) },
    waiting,
  );
  await user.keyboard("123456");
  expect((await screen.findByRole("alert")).textContent).toMatch(/not right or was already used/);
  expect(screen.getByLabelText<HTMLInputElement>("Code, digit 1 of 6").value).toBe("");
});

test("a recovery code takes its place", async () => {
  const { bridge, user } = await renderWelcome({ "session.completeSignIn": done }, waiting);
  await user.click(screen.getByRole("button", { name: "Use a recovery code" }));
  await user.type(screen.getByLabelText("Recovery code"), "k3fd-9q2m-x7ta-0bze{Enter}");
  await waitFor(() => expect(bridge.inputsOf("session.completeSignIn")).toEqual([{ code: "k3fd-9q2m-x7ta-0bze" }]));
});

test("once it is over, the password is asked for again, and why", async () => {
  const { bridge, user } = await renderWelcome(
    { "session.completeSignIn": () => failed({ kind: "unauthenticated", reason: "expired", requestId: "r-2" }) },
    waiting,
  );
  await user.keyboard("123456");
  await screen.findByRole("alert");
  bridge.pushState({ secondStep: null });
  expect(await screen.findByText(/Sign in again/)).toBeDefined();
  expect(screen.getByLabelText("Password")).toBeDefined();
});
