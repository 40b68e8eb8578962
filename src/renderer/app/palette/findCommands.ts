import type { Command } from "../commands/commands.ts";

export interface CommandGroup {
  readonly key: "recent" | "navigation" | "action" | "organization";
  readonly commands: readonly Command[];
}

/** What the palette shows for a query: every word must occur; a label that starts with it comes first. */
export function findCommands(all: readonly Command[], query: string, recent: readonly string[]): CommandGroup[] {
  const words = query.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const listed = all.filter((command) => command.id !== "palette");
  if (words.length === 0) return withRecent(listed, recent);
  const found = listed.filter((command) => words.every((word) => textOf(command).includes(word)));
  const first = words[0] ?? "";
  const startsWith = (command: Command) => command.label.toLocaleLowerCase().startsWith(first);
  return grouped(found.toSorted((a, b) => Number(startsWith(b)) - Number(startsWith(a))));
}

function withRecent(listed: readonly Command[], recent: readonly string[]): CommandGroup[] {
  const latest = recent
    .map((id) => listed.find((command) => command.id === id))
    .filter((command) => command !== undefined);
  const rest = listed.filter((command) => !latest.includes(command));
  return [{ key: "recent" as const, commands: latest }, ...grouped(rest)].filter((group) => group.commands.length > 0);
}

function grouped(commands: readonly Command[]): CommandGroup[] {
  const keys = ["action", "navigation", "organization"] as const;
  return keys
    .map((key) => ({ key, commands: commands.filter((command) => command.group === key) }))
    .filter((group) => group.commands.length > 0);
}

function textOf(command: Command): string {
  return [command.label, ...(command.keywords ?? [])].join(" ").toLocaleLowerCase();
}
