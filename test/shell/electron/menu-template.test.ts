import { menuCommands } from "#contract/desktop.ts";
import { menuTemplate } from "#main/shell/electron/menu-template.ts";
import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each(["linux", "darwin", "win32"] as const)("on %s", (platform) => {
  test("every menu command can be reached, once", () => {
    const run: string[] = [];
    const items = flat(menuTemplate(platform, { run: (command) => run.push(command), openWindow: () => {} }));
    for (const { label, click } of items) {
      // A click is given the item, window and event; ours look at none of them.
      if (label !== "New window" && click !== undefined) Reflect.apply(click, undefined, []);
    }
    expect(run.toSorted()).toEqual(menuCommands.toSorted());
  });

  test("no accelerator stands for two things", () => {
    const items = flat(menuTemplate(platform, { run: () => {}, openWindow: () => {} }));
    const accelerators = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  test("no developer tools and no reload", () => {
    const roles = flat(menuTemplate(platform, { run: () => {}, openWindow: () => {} })).map(({ role }) => role);
    expect(roles).not.toContain("toggleDevTools");
    expect(roles).not.toContain("viewMenu");
  });
});
