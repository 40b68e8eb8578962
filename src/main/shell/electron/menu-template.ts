import type { menuCommands } from "#contract/desktop.ts";
import type { MenuItemConstructorOptions } from "electron";

export type MenuCommand = (typeof menuCommands)[number];

export interface MenuActions {
  readonly run: (command: MenuCommand) => void;
  readonly openWindow: () => void;
}

/** The application menu. Everything in it is in the page too; here it gains its place and its accelerator. */
export function menuTemplate(
  platform: NodeJS.Platform,
  { run, openWindow }: MenuActions,
): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => run(command),
  });
  const separator: MenuItemConstructorOptions = { type: "separator" };
  const settings = item("Settings", "settings", "CmdOrCtrl+,");
  const isMac = platform === "darwin";
  return [
    ...(isMac ? [macMenu(settings)] : []),
    {
      label: "File",
      submenu: [
        { label: "New window", accelerator: "CmdOrCtrl+N", click: openWindow },
        item("Create organization", "createOrganization", "CmdOrCtrl+Shift+N"),
        item("Invite people", "invite", "CmdOrCtrl+Shift+I"),
        separator,
        ...(isMac ? [] : [settings, separator]),
        { role: isMac ? "close" : "quit" },
      ],
    },
    { role: "editMenu" },
    {
      label: "Go",
      submenu: [
        item("Search and commands", "palette", "CmdOrCtrl+K"),
        item("Switch organization", "switch", "CmdOrCtrl+O"),
        separator,
        item("Overview", "overview", "CmdOrCtrl+Alt+1"),
        item("Team", "team", "CmdOrCtrl+Alt+2"),
        item("Roles and permissions", "permissions", "CmdOrCtrl+Alt+3"),
        item("Audit log", "audit", "CmdOrCtrl+Alt+4"),
      ],
    },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        separator,
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
  ];
}

const macMenu = (settings: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  role: "appMenu",
  submenu: [
    { role: "about" },
    { type: "separator" },
    settings,
    { type: "separator" },
    { role: "hide" },
    { role: "hideOthers" },
    { role: "unhide" },
    { type: "separator" },
    { role: "quit" },
  ],
});
