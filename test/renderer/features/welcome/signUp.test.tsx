import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { Handlers } from "#test/support/fakeBridge.ts";
import { aDesktopState, aReceivedInvitation, anAccount, idOf } from "#test/support/fixtures.ts";
import { renderWelcome } from "./renderWelcome.tsx";

const signUpId = idOf(9001);
const mail = {
  to: "dana@example.com",
  subject: "Confirm your e-mail address",
  text: "Hello Dana,\n\nEnter this code:\n\n482913\n",
  at: "2026-11-01T09:00:00.000Z",
};
const working: Handlers = {
  "session.signUp": () => ({ signUpId }),
  "session.verify": () => aDesktopState({ account: anAccount() }),
  "account.resendCode": () => ({ signUpId }),
  "localMail.list": () => ({ items: [mail, { ...mail, to: "someone@example.com", text: "111111" }] }),
};

const firstDigit = () => screen.getByLabelText("Code, digit 1 of 6");

async function fill(handlers: Handlers = working, state = {}) {
  const view = await renderWelcome(handlers, state, "/sign-up");
  await view.user.type(screen.getByLabelText("Your name"), "Dana Smith");
  await view.user.clear(screen.getByLabelText("E-mail address"));
  await view.user.type(screen.getByLabelText("E-mail address"), "dana@example.com");
  await view.user.type(screen.getByLabelText("Password"), "harbour lantern orchid{Enter}");
  return view;
}

test("name, address and password lead to the code; its last digit signs in", async () => {
  const { bridge, user } = await fill();
  expect(await screen.findByText(/on its way to dana@example\.com/)).toBeDefined();
  expect(bridge.inputsOf("session.signUp")).toEqual([
    { name: "Dana Smith", email: "dana@example.com", password: "harbour lantern orchid" },
  ]);
  expect(document.activeElement).toBe(firstDigit());
  await user.keyboard("482913");
  await waitFor(() => expect(bridge.inputsOf("session.verify")).toEqual([{ signUpId, code: "482913" }]));
});

test("a pasted code is sent at once", async () => {
  const { bridge, user } = await fill();
  await screen.findByText("Check your mail");
  await user.paste("482 913");
  await waitFor(() => expect(bridge.inputsOf("session.verify")).toEqual([{ signUpId, code: "482913" }]));
});

test("a wrong code says so beside the digits and starts again at the first", async () => {
  const { user } = await fill({
    ...working,
    "session.verify": () => failed({ kind: "unauthenticated", reason: "badCode" }),
  });
  await screen.findByText("Check your mail");
  await user.type(firstDigit(), "000000");
  expect((await screen.findByRole("alert")).textContent).toBe("This code is not right or has expired.");
  await waitFor(() => expect(document.activeElement).toBe(firstDigit()));
  expect(firstDigit()).toHaveProperty("value", "");
});

test("on a server of this computer the mail is read here, only one's own", async () => {
  const { bridge, user } = await fill();
  await user.click(await screen.findByRole("button", { name: "Open mail on this computer" }));
  const panel = screen.getByRole("region", { name: "Mail on this computer" });
  expect(await within(panel).findByText("Confirm your e-mail address")).toBeDefined();
  expect(within(panel).queryByText("111111")).toBeNull();
  await user.click(within(panel).getByRole("button", { name: "Use code 482913" }));
  await waitFor(() => expect(bridge.inputsOf("session.verify")).toHaveLength(1));
});

test("a server elsewhere has no mail to read here", async () => {
  await fill(
    { ...working, "server.probe": () => ({ healthy: true, version: "1.2.3" }) },
    { server: { kind: "remote", url: "https://orgdesk.example.com" } },
  );
  await screen.findByText("Check your mail");
  expect(screen.queryByRole("button", { name: "Open mail on this computer" })).toBeNull();
});

test("what is wrong with a password is said while typing, and it is not sent", async () => {
  const { bridge, user } = await renderWelcome(working, {}, "/sign-up");
  await user.type(screen.getByLabelText("Password"), "password");
  expect(screen.getByText("Use at least 12 characters.")).toBeDefined();
  await user.keyboard("{Enter}");
  expect(bridge.inputsOf("session.signUp")).toEqual([]);
  expect(screen.getByText("Enter your name.")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText("Your name"));
});

test("a fault of one field stands beside it, any other above the form", async () => {
  const issue = { path: "email", code: "domain", message: "Enter an e-mail address, such as dana@example.com" };
  await fill({ ...working, "session.signUp": () => failed({ kind: "invalid", issues: [issue] }) });
  expect(await screen.findByText(issue.message)).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("E-mail address")));
});

test("too many tries say when to come back", async () => {
  await fill({ ...working, "session.signUp": () => failed({ kind: "limitReached", limit: "rate", retryAfter: 840 }) });
  expect((await screen.findByRole("alert")).textContent).toBe("Too many tries. Try again in 14 minutes.");
});

test("an opened invitation is shown, and another address is said not to join", async () => {
  const openedInvitation = aReceivedInvitation({ email: "ada@example.com" });
  const { user } = await renderWelcome(working, { openedInvitation }, "/sign-up");
  expect(screen.getByRole("heading", { name: "Create your account to join Contoso" })).toBeDefined();
  expect(screen.getByText("Grace Hopper invites you as Admin")).toBeDefined();
  const address = screen.getByLabelText("E-mail address");
  expect(address).toHaveProperty("value", "ada@example.com");
  await user.clear(address);
  await user.type(address, "dana@example.com");
  expect(screen.getByText(/With another address you do not join Contoso/)).toBeDefined();
});
