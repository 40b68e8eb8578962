import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forgetTraces, prepareProfile } from "#main/shell/browser/profile.ts";
import { expect, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";

test("a profile keeps what was compiled and chosen, and nothing of what its windows showed", async () => {
  const profile = testFolder();
  const inside = (...names: string[]) => join(profile, "Default", ...names);
  mkdirSync(inside("Sessions"), { recursive: true });
  mkdirSync(inside("Code Cache"));
  for (const name of ["History", "History-journal", "Top Sites", "Web Data", join("Sessions", "Apps_1")]) {
    writeFileSync(inside(name), "/team?search=quillfeather");
  }
  writeFileSync(inside("Code Cache", "index"), "compiled");
  writeFileSync(inside("Preferences"), JSON.stringify({ browser: { zoom: 1 }, autofill: { enabled: true } }));
  await prepareProfile(profile);
  const preferences: unknown = JSON.parse(readFileSync(inside("Preferences"), "utf8"));
  expect(preferences).toMatchObject({
    browser: { zoom: 1 },
    history: { saving_disabled: true },
    autofill: { enabled: true, profile_enabled: false },
    credentials_enable_service: false,
  });
  expect(
    ["History", "History-journal", "Top Sites", "Web Data", "Sessions"].filter((name) => existsSync(inside(name))),
  ).toEqual([]);
  mkdirSync(inside("Sessions"));
  await forgetTraces(profile);
  expect(existsSync(inside("Sessions"))).toBe(false);
  expect(readFileSync(inside("Code Cache", "index"), "utf8")).toBe("compiled");
});

test("a first start makes the profile", async () => {
  const profile = join(testFolder(), "browser-profile");
  await prepareProfile(profile);
  expect(JSON.parse(readFileSync(join(profile, "Default", "Preferences"), "utf8"))).toMatchObject({
    history: { saving_disabled: true },
  });
});
