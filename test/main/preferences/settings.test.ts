import Conf from "conf";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSettings, type SettingsFile } from "#main/preferences/settings.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";

const defaults = {
  preferences: {
    theme: "system",
    density: "comfortable",
    sidebar: "open",
    lastOrganizationId: null,
    hiddenColumns: {},
  },
  offline: { organizationIds: null, days: 90, events: 50_000 },
  offlineOf: null,
  server: null,
  window: null,
  port: null,
};

test("a new machine has the defaults", () => {
  expect(createSettings({ store: {} }).read()).toEqual(defaults);
});

test.each([
  [{ preferences: "broken" }, {}],
  [{ server: { kind: "remote", url: "javascript:alert(1)" } }, {}],
  [{ server: { kind: "other" }, extra: 1 }, {}],
  [{ window: { x: 0 } }, {}],
  [{ offline: { organizationIds: ["somewhere"], days: 90, events: 10 } }, {}],
  [{ preferences: { theme: "dark", density: "huge" } }, { preferences: { ...defaults.preferences, theme: "dark" } }],
])("what is damaged (%j) falls back alone", (store, kept) => {
  expect(createSettings({ store }).read()).toEqual({ ...defaults, ...kept });
});

test("survives in a file, and a damaged file is begun anew", () => {
  const cwd = testFolder();
  const open = (): SettingsFile => new Conf({ cwd, configName: "settings", clearInvalidConfig: true });
  createSettings(open()).write({ server: { kind: "local" } });
  expect(createSettings(open()).read().server).toEqual({ kind: "local" });
  writeFileSync(join(cwd, "settings.json"), "{broken");
  expect(createSettings(open()).read()).toEqual(defaults);
});
