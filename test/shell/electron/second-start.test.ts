import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimFolder } from "#main/desktop/claim.ts";
import { runApplication } from "#main/shell/electron/application.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test, vi } from "vitest";
import { collectingLogger } from "../../main/support/logger.ts";
import { app, BrowserWindow, dialog } from "./electron-double.ts";

vi.mock("electron", async () => await import("./electron-double.ts"));
vi.mock("electron-log/main.js", () => ({ default: { info: () => {}, warn: () => {}, error: () => {} } }));
vi.mock("electron-store", () => ({
  default: class {
    store = {};
  },
}));

const here = join(import.meta.dirname, "../../../src/main/shell/electron");

test("a second start leaves everything to the first, and is gone", () => {
  app.first = false;
  runApplication(here);
  expect(app.quits).toBe(1);
  expect(app.calls).toEqual([]);
});

test("a data folder that the browser shell has open is left alone, in words", async () => {
  app.first = true;
  app.userData = mkdtempSync(join(tmpdir(), "orgdesk-electron-"));
  const claim = claimFolder(app.userData, collectingLogger());
  runApplication(here);
  app.becomeReady();
  await eventually(() => expect(app.quits).toBe(2));
  expect(dialog.shown).toMatchObject([
    { title: "Orgdesk is open already", content: expect.stringContaining(app.userData) },
  ]);
  expect(BrowserWindow.all).toEqual([]);
  claim?.release();
});
