import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aDesktopState, aReceivedInvitation, anAccount, idOf } from "#test/support/fixtures.ts";
import { renderWelcome } from "./renderWelcome.tsx";

const resetId = idOf(9002);

test("signs in by address and password, on Enter", async () => {
  const { bridge, user } = await renderWelcome({ "session.signIn": () => aDesktopState({ account: anAccount() }) });
  expect(document.activeElement).toBe(screen.getByLabelText("E-mail address"));
  await user.keyboard("dana@example.com{Tab}secret phrase here{Enter}");
  await waitFor(() =>
    expect(bridge.inputsOf("session.signIn")).toEqual([{ email: "dana@example.com", password: "secret phrase here" }]),
  );
});

test("a wrong pair is said above the form, without saying which of the two", async () => {
  const { user } = await renderWelcome({
    "session.signIn": () => failed({ kind: "unauthenticated", reason: "badCredentials", requestId: "r-7" }),
  });
  await user.type(screen.getByLabelText("E-mail address"), "dana@example.com");
  await user.type(screen.getByLabelText("Password"), "wrong{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("This e-mail address and password do not match.");
});

test("whoever was signed out by the server is told that, and why it may be", async () => {
  await renderWelcome({}, { sessionEnded: true });
  expect(screen.getByText(/^Your session has ended: from another device, by a new password/)).toBeDefined();
});

test("nothing is sent while something is missing, and the focus goes there", async () => {
  const { bridge, user } = await renderWelcome({});
  await user.type(screen.getByLabelText("E-mail address"), "dana@example.com{Enter}");
  expect(screen.getByText("Enter your password.")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText("Password"));
  expect(bridge.inputsOf("session.signIn")).toEqual([]);
});

test("a forgotten password: address, code, new password, and back to the sign-in", async () => {
  const { bridge, user } = await renderWelcome({
    "account.requestPasswordReset": () => ({ resetId }),
    "account.resetPassword": () => ({ done: true }),
    "localMail.list": () => ({ items: [] }),
  });
  await user.type(screen.getByLabelText("E-mail address"), "dana@example.com");
  await user.click(screen.getByRole("link", { name: "Forgot password?" }));
  await user.click(await screen.findByRole("button", { name: "Send code" }));
  await screen.findByRole("heading", { name: "Choose a new password" });
  await user.type(screen.getByLabelText("Code, digit 1 of 6"), "482913");
  expect(document.activeElement).toBe(screen.getByLabelText("New password"));
  await user.keyboard("harbour lantern orchid{Enter}");
  expect(await screen.findByText(/every session has ended/)).toBeDefined();
  expect(bridge.inputsOf("account.resetPassword")).toEqual([
    { resetId, code: "482913", password: "harbour lantern orchid" },
  ]);
  expect(screen.getByLabelText("E-mail address")).toHaveProperty("value", "dana@example.com");
});

test("a code that was tried too often says to start again", async () => {
  const { user } = await renderWelcome({
    "account.requestPasswordReset": () => ({ resetId }),
    "account.resetPassword": () => failed({ kind: "limitReached", limit: "attempts" }),
  });
  await user.type(screen.getByLabelText("E-mail address"), "dana@example.com");
  await user.click(screen.getByRole("link", { name: "Forgot password?" }));
  await user.click(await screen.findByRole("button", { name: "Send code" }));
  await user.type(await screen.findByLabelText("Code, digit 1 of 6"), "482913");
  await user.keyboard("harbour lantern orchid{Enter}");
  expect(await screen.findByText("This code was tried too often. Start again to get a new one.")).toBeDefined();
});

test("an invitation's link is opened and leads to the sign-up that joins", async () => {
  const invitation = aReceivedInvitation();
  const { bridge, user } = await renderWelcome({ "invitation.open": () => invitation });
  await user.click(screen.getByRole("link", { name: "Open an invitation link" }));
  await user.type(await screen.findByLabelText("Invitation link"), "https://orgdesk.example.com/invite#token=abcdefgh");
  await user.keyboard("{Enter}");
  bridge.pushState({ openedInvitation: invitation });
  expect(await screen.findByRole("heading", { name: "Create your account to join Contoso" })).toBeDefined();
  expect(bridge.inputsOf("invitation.open")).toEqual([{ link: "https://orgdesk.example.com/invite#token=abcdefgh" }]);
});

test("the opened invitation shows the logo of its organization before anybody signs in", async () => {
  const openedInvitation = aReceivedInvitation({ logo: "a".repeat(64) });
  const logo = () => ({ type: "image/webp" as const, base64: "UklGRg==" });
  const { bridge } = await renderWelcome({ "invitation.openedLogo": logo }, { openedInvitation });
  await waitFor(() => expect(document.querySelector('img[src="data:image/webp;base64,UklGRg=="]')).not.toBeNull());
  expect(bridge.inputsOf("invitation.openedLogo")).toEqual([{ digest: "a".repeat(64) }]);
});

test("a spent link says so beside the field", async () => {
  const { user } = await renderWelcome(
    { "invitation.open": () => failed({ kind: "conflict", code: "invitationSpent" }) },
    {},
    "/invitation",
  );
  await user.type(screen.getByLabelText("Invitation link"), "abcdefgh{Enter}");
  expect(await screen.findByText("This invitation was already used.")).toBeDefined();
});

test("without an answer from the server that is said, and what was typed stays", async () => {
  const { bridge, user } = await renderWelcome({ "session.signIn": () => failed({ kind: "offline" }) });
  await user.type(screen.getByLabelText("E-mail address"), "dana@example.com");
  bridge.pushState({ connection: "offline" });
  expect(await screen.findByText("The server on this computer could not be started.")).toBeDefined();
  expect(screen.getByLabelText("E-mail address")).toHaveProperty("value", "dana@example.com");
});
