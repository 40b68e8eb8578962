import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callChannel, eventChannel } from "#contract/bridge.ts";
import { runApplication } from "#main/shell/electron/application.ts";
import { eventually } from "#test/support/eventually.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { organizationId } from "../../main/support/people.ts";
import * as electron from "./electron-double.ts";

vi.mock("electron", async () => await import("./electron-double.ts"));
vi.mock("electron-log/main.js", () => ({ default: { info: () => {}, warn: () => {}, error: () => {} } }));
vi.mock("electron-store", () => ({
  default: class {
    store = {};
  },
}));

const { app, BrowserWindow, decided, ipcHandlers } = electron;
const here = join(import.meta.dirname, "../../../src/main/shell/electron");
const firstWindow = () => {
  const window = BrowserWindow.all[0];
  if (window === undefined) throw new Error("No window was opened");
  return window;
};

beforeAll(async () => {
  app.userData = mkdtempSync(join(tmpdir(), "orgdesk-electron-"));
  runApplication(here);
  app.becomeReady();
  await vi.waitUntil(() => BrowserWindow.all.length === 1);
});

test("the scheme is standard and secure, without cross-origin access or a way around the content policy", () => {
  expect(electron.schemes).toEqual([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  expect(electron.served.has("app")).toBe(true);
  expect(app.protocols).toEqual(["orgdesk"]);
});

test("the window is sandboxed and shows our page", () => {
  expect(app.calls).toContain("enableSandbox");
  expect(firstWindow().options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    preload: expect.stringMatching(/out.preload.index\.cjs$/),
  });
  expect(firstWindow().webContents.url).toBe("app://orgdesk/");
});

describe("a page gets no further", () => {
  test.each([
    ["app://orgdesk/#/team", false],
    ["https://attacker.example/", true],
    ["file:///etc/passwd", true],
  ])("navigating to %s is prevented: %j", (url, prevented) => {
    const event = { url, preventDefault: vi.fn<() => void>() };
    firstWindow().webContents.emit("will-navigate", event);
    expect(event.preventDefault.mock.calls.length > 0).toBe(prevented);
  });

  test("no windows, no permissions, no devices, no network", () => {
    expect(firstWindow().webContents.openHandler?.()).toEqual({ action: "deny" });
    const answers: boolean[] = [];
    decided.permission?.(null, "media", (allowed) => answers.push(allowed));
    expect([...answers, decided.check?.(), decided.device?.()]).toEqual([false, false, false]);
    const cancelled: boolean[] = [];
    for (const url of ["https://attacker.example/", "app://orgdesk/assets/a.js"]) {
      decided.request?.({ url }, ({ cancel }) => cancelled.push(cancel));
    }
    expect(cancelled).toEqual([true, false]);
  });
});

describe("the bridge", () => {
  const frame = (url: string, parent: object | null = null) => ({ senderFrame: { url, parent } });

  test("answers our page's main frame", async () => {
    const answer = await ipcHandlers.get(callChannel)?.(frame("app://orgdesk/"), "desktop.state", {});
    expect(answer).toMatchObject({ ok: true, value: { shell: "electron" } });
  });

  test.each([
    ["a foreign page", frame("https://attacker.example/")],
    ["a page that looks like ours", frame("app://orgdesk.attacker.example/")],
    ["a frame inside our page", frame("app://orgdesk/", {})],
    ["a frame that is gone", { senderFrame: null }],
  ])("does not answer %s", async (_, event) => {
    expect(await ipcHandlers.get(callChannel)?.(event, "desktop.state", {})).toMatchObject({ ok: false });
  });

  test("tells nothing to a window that shows another page", async () => {
    const { webContents } = firstWindow();
    const before = webContents.sent.length;
    webContents.url = "https://attacker.example/";
    await ipcHandlers.get(callChannel)?.(frame("app://orgdesk/"), "desktop.savePreferences", { theme: "dark" });
    expect(webContents.sent).toHaveLength(before);
    webContents.url = "app://orgdesk/";
    await ipcHandlers.get(callChannel)?.(frame("app://orgdesk/"), "desktop.savePreferences", { theme: "light" });
    expect(webContents.sent.at(-1)).toMatchObject([eventChannel, { type: "state" }]);
  });
});

test("a second start focuses the window and follows its link", async () => {
  app.emit("second-instance", {}, ["orgdesk", `orgdesk://organizations/${organizationId}`]);
  expect(firstWindow().focused).toBe(true);
  await eventually(() =>
    expect(firstWindow().webContents.sent.at(-1)).toEqual([eventChannel, { type: "navigate", organizationId }]),
  );
});

test("quitting waits until the server has stopped", async () => {
  const event = { preventDefault: vi.fn<() => void>() };
  app.emit("before-quit", event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  await eventually(() => expect(app.quits).toBe(1));
  const second = { preventDefault: vi.fn<() => void>() };
  app.emit("before-quit", second);
  expect(second.preventDefault).not.toHaveBeenCalled();
});
