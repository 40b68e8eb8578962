import type { DesktopState } from "#contract/desktop.ts";
import type { Handlers } from "#test/support/fakeBridge.ts";

/** A control by its name, a field and what is written into it, or a file that is given. */
export type Step =
  | string
  | RegExp
  | { readonly field: string; readonly text: string }
  | { readonly file: string; readonly content: string };

/** How somebody comes to the control that sends a command: at an address, control after control, that one last. */
export interface Way {
  readonly at: string;
  readonly press: readonly Step[];
  readonly given?: Handlers;
  readonly state?: Partial<DesktopState>;
}
