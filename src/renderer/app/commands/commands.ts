import type { ReactNode } from "react";
import { useEffect, useId } from "react";
import { createStore } from "zustand/vanilla";
import { useStore } from "zustand";

/** Something a person can do from the command palette, from the keyboard or from the application's menu. */
export interface Command {
  /** Stable. The menu's commands of the contract are found by these ids: `overview`, `invite`, `settings` … */
  readonly id: string;
  readonly label: string;
  readonly group: "navigation" | "action" | "organization";
  readonly icon?: ReactNode;
  /** Further words to find it by. */
  readonly keywords?: readonly string[];
  /** `mod+K` for a chord, `g t` for one key after another. */
  readonly shortcut?: string;
  /** Why it is not possible now; it stays in sight, disabled. */
  readonly reason?: string | null;
  /** More about the reason, for whoever chooses it all the same. */
  readonly explanation?: ReactNode;
  readonly run: () => void;
}

type Offer = () => readonly Command[];

const registry = createStore<ReadonlyMap<string, Offer>>(() => new Map());

/**
 * Offers commands as long as the screen that offers them is there. They are made, all their words put together, when a
 * key or the palette first asks for them: no screen waits for what is seldom asked. `offer` is memoized.
 */
export function useOfferCommands(offer: Offer): void {
  const owner = useId();
  useEffect(() => {
    registry.setState((all) => new Map(all).set(owner, once(offer)), true);
  }, [owner, offer]);
  useEffect(
    () => () => {
      registry.setState((all) => new Map([...all].filter(([key]) => key !== owner)), true);
    },
    [owner],
  );
}

/** Every command on offer. Where two share an id, the one offered last, the screen's, stands for both. */
export function useCommands(): readonly Command[] {
  return unique(useStore(registry));
}

/** Runs a command by id if it is on offer and possible. */
export function runCommand(id: string): void {
  const command = unique(registry.getState()).find((each) => each.id === id);
  if (command && !command.reason) command.run();
}

export const offeredCommands = (): readonly Command[] => unique(registry.getState());

function once(offer: Offer): Offer {
  let made: readonly Command[] | undefined;
  return () => (made ??= offer());
}

function unique(all: ReadonlyMap<string, Offer>): readonly Command[] {
  const commands = [...all.values()].flatMap((offer) => offer());
  return [...new Map(commands.map((command) => [command.id, command])).values()];
}
