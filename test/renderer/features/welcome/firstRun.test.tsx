import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aDesktopState, anAccount } from "#test/support/fixtures.ts";
import { renderWelcome } from "./renderWelcome.tsx";

const none = { server: null, connection: "offline" } as const;

test("this computer: its server starts in sight, and the sign-up follows", async () => {
  const opened = Promise.withResolvers<void>();
  const { bridge, user } = await renderWelcome(
    {
      "server.choose": async () => {
        await opened.promise;
        return aDesktopState({ account: null });
      },
    },
    none,
  );
  await user.click(screen.getByRole("button", { name: /^This computer/ }));
  bridge.pushState({ server: { kind: "local" }, connection: "connecting" });
  expect(await screen.findByRole("heading", { name: "Starting the server on this computer" })).toBeDefined();
  bridge.pushState({ server: { kind: "local" }, connection: "online" });
  opened.resolve();
  expect(await screen.findByRole("heading", { name: "Create your account" })).toBeDefined();
  expect(bridge.inputsOf("server.choose")).toEqual([{ choice: { kind: "local" } }]);
});

test("a server that does not start is said where another can be chosen", async () => {
  const { user } = await renderWelcome({ "server.choose": () => failed({ kind: "unavailable" }) }, none);
  await user.click(screen.getByRole("button", { name: /^This computer/ }));
  expect((await screen.findByRole("alert")).textContent).toContain("could not be started");
  expect(screen.getByRole("button", { name: /^Explore a sample agency/ })).toBeDefined();
});

test("cancelling a start leaves the server and complains of nothing", async () => {
  const opened = Promise.withResolvers<void>();
  const { bridge, user } = await renderWelcome(
    {
      "server.choose": async () => {
        await opened.promise;
        return failed({ kind: "unavailable" });
      },
      "server.leave": () => aDesktopState({ ...none, account: null }),
    },
    none,
  );
  await user.click(screen.getByRole("button", { name: /^Explore a sample agency/ }));
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  opened.resolve();
  expect(await screen.findByRole("heading", { name: "Welcome to Orgdesk" })).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(bridge.inputsOf("server.leave")).toEqual([{}]);
});

test("a server's health and version are shown before it is chosen", async () => {
  const remote = { kind: "remote", url: "https://orgdesk.example.com" } as const;
  const { bridge, user } = await renderWelcome(
    {
      "server.probe": () => ({ healthy: true, version: "1.2.3" }),
      "server.choose": () => aDesktopState({ server: remote, account: anAccount() }),
    },
    none,
  );
  await user.click(screen.getByRole("button", { name: /^A server/ }));
  await user.type(screen.getByLabelText("Server address"), "orgdesk.example.com{Enter}");
  expect(await screen.findByText("orgdesk.example.com answers, version 1.2.3")).toBeDefined();
  expect(bridge.inputsOf("server.choose")).toEqual([]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(bridge.inputsOf("server.choose")).toEqual([{ choice: remote }]));
});

test("an address where nothing answers, or that is none, is said beside it", async () => {
  const issue = {
    path: "url",
    code: "notEncrypted",
    message: "Use https:// for a server that is not on this computer",
  };
  const { user } = await renderWelcome(
    {
      "server.probe": ({ url }) =>
        url.startsWith("http:") ? failed({ kind: "invalid", issues: [issue] }) : { healthy: false, version: null },
    },
    none,
  );
  await user.click(screen.getByRole("button", { name: /^A server/ }));
  await user.keyboard("{Enter}");
  expect(screen.getByText("Enter the address of a server.")).toBeDefined();
  await user.type(screen.getByLabelText("Server address"), "nobody.example{Enter}");
  expect(await screen.findByText("No Orgdesk server answers at nobody.example.")).toBeDefined();
  await user.clear(screen.getByLabelText("Server address"));
  await user.type(screen.getByLabelText("Server address"), "http://nobody.example{Enter}");
  expect(await screen.findByText(issue.message)).toBeDefined();
});

test("the server in use stands at the bottom with its version, and can be left", async () => {
  const { bridge, user } = await renderWelcome({ "server.leave": () => aDesktopState({ ...none, account: null }) });
  expect(screen.getByText("This computer")).toBeDefined();
  expect(screen.getByText("version 0.1.0")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Change server" }));
  expect(bridge.inputsOf("server.leave")).toEqual([{}]);
});
