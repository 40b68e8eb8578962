import { useEffect } from "react";
import { useDesktopEvent } from "#renderer/bridge/events.ts";
import { usePaletteOpening } from "../palette/opening.ts";
import { offeredCommands, runCommand } from "./commands.ts";
import { keyReader } from "./keys.ts";

/** Runs the commands on offer by their shortcuts and by the application's menu. */
export function useKeyboard(): void {
  useDesktopEvent("menu", ({ command }) => {
    if (isOpenTo(command)) runCommand(command);
  });
  useEffect(() => {
    const read = keyReader(() => performance.now());
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isModifier(event.key) || keepsKeys(event)) return;
      const commands = offeredCommands();
      const shortcut = read(event, commands.map((command) => command.shortcut ?? "").filter(Boolean));
      const command = shortcut === null ? undefined : commands.find((each) => each.shortcut === shortcut);
      if (!command || !isOpenTo(command.id)) return;
      event.preventDefault();
      if (!command.reason) command.run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

/** Fields keep plain keys for typing, and a dialog keeps all but chords to itself. */
function keepsKeys(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=menu]") !== null;
}

/** An open dialog wants an answer first, whatever has the focus; the palette's own command closes it again. */
function isOpenTo(command: string): boolean {
  if (document.querySelector('[aria-modal="true"]') === null) return true;
  return command === "palette" && usePaletteOpening.getState().opened;
}

function isModifier(key: string): boolean {
  return ["Control", "Meta", "Shift", "Alt"].includes(key);
}
