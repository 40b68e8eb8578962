import { expect, it } from "vitest";
import { chooseShell } from "../../scripts/support/shell.mjs";

const desktop = {
  browserWanted: false,
  platform: "linux" as const,
  isRoot: false,
  env: { DISPLAY: ":0" },
  electronProblem: async () => await Promise.resolve(undefined),
};
const failed = async () => await Promise.resolve("Electron's binary could not be downloaded");
const neverAsked = () => Promise.reject(new Error("asked for Electron although it cannot be used"));

it.each([
  { what: "a display and a person", facts: {}, shell: "electron" },
  { what: "Wayland alone", facts: { env: { WAYLAND_DISPLAY: "wayland-0" } }, shell: "electron" },
  {
    what: "macOS, which needs no display variable",
    facts: { platform: "darwin" as const, env: {} },
    shell: "electron",
  },
  { what: "Windows", facts: { platform: "win32" as const, env: {} }, shell: "electron" },
])("opens Electron on $what", async ({ facts, shell }) => {
  expect(await chooseShell({ ...desktop, ...facts })).toEqual({ shell });
});

it("opens the browser without a reason when the person asked for it", async () => {
  expect(await chooseShell({ ...desktop, browserWanted: true, electronProblem: neverAsked })).toEqual({
    shell: "browser",
  });
});

it.each([
  { facts: { env: {} }, because: "this system has no display" },
  { facts: { isRoot: true }, because: "Electron's sandbox does not run as root" },
])("opens the browser before any download, because $because", async ({ facts, because }) => {
  expect(await chooseShell({ ...desktop, electronProblem: neverAsked, ...facts })).toEqual({
    shell: "browser",
    because,
  });
});

it("opens the browser when Electron cannot be had", async () => {
  expect(await chooseShell({ ...desktop, electronProblem: failed })).toEqual({
    shell: "browser",
    because: "Electron's binary could not be downloaded",
  });
});
