import type { Answer } from "#contract/answer.ts";
import type { DesktopCallName, DesktopInput, DesktopOutput } from "#contract/desktop.ts";

/** What the desktop answers itself: one handler for each of its calls, given the parsed input. */
export type Handlers = {
  readonly [Name in DesktopCallName]: (input: DesktopInput<Name>) => Promise<Answer<DesktopOutput<Name>>>;
};

/** The handlers of some calls, for the file that answers one noun. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<DesktopCallName, `${Noun}.${string}`>>;
