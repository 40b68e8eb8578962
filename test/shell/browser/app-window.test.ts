import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAppWindow } from "#main/shell/browser/app-window.ts";
import { expect, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";

test.skipIf(process.platform === "win32")("a window has its own profile and keeps no process ready", async () => {
  const folder = testFolder();
  const [browser, given] = [join(folder, "browser"), join(folder, "given")];
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}'\n`, { mode: 0o700 });
  await openAppWindow(browser, "http://127.0.0.1:1/", join(folder, "profile")).closed;
  const switches = readFileSync(given, "utf8").split("\n");
  expect(switches).toContain("--app=http://127.0.0.1:1/");
  expect(switches).toContain(`--user-data-dir=${join(folder, "profile")}`);
  expect(switches).toContain("--disable-features=SpareRendererForSitePerProcess");
});
