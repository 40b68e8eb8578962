import { expect, test } from "vitest";
import type { Command } from "#renderer/app/commands/commands.ts";
import { findCommands } from "#renderer/app/palette/findCommands.ts";

const command = (id: string, label: string, group: Command["group"], keywords: string[] = []): Command => ({
  id,
  label,
  group,
  keywords,
  run: () => {},
});

const all = [
  command("palette", "Search", "action"),
  command("invite", "Invite people", "action"),
  command("team", "Team", "navigation", ["people", "members"]),
  command("theme", "Use the dark theme", "action"),
];

const shown = (query: string, recent: string[] = []) =>
  findCommands(all, query, recent).map((group) => [group.key, ...group.commands.map(({ id }) => id)]);

test.each([
  [
    "",
    [],
    [
      ["action", "invite", "theme"],
      ["navigation", "team"],
    ],
  ],
  [
    "",
    ["theme", "gone"],
    [
      ["recent", "theme"],
      ["action", "invite"],
      ["navigation", "team"],
    ],
  ],
  [
    "PEOPLE",
    [],
    [
      ["action", "invite"],
      ["navigation", "team"],
    ],
  ],
  ["dark theme", [], [["action", "theme"]]],
  ["nowhere", [], []],
] as const)("'%s' with %j used before", (query, recent, expected) => {
  expect(shown(query, [...recent])).toEqual(expected);
});

test("a label that starts with the word comes first", () => {
  const two = [command("use", "Use the team", "action"), command("team", "Team up", "action")];
  expect(findCommands(two, "team", [])[0]?.commands.map(({ id }) => id)).toEqual(["team", "use"]);
});
