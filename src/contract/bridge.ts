import { z } from "zod";
import type { Answer } from "./answer.ts";
import type { DesktopCallName, DesktopEvent, DesktopGiven, DesktopOutput } from "./desktop.ts";
import type { BridgedName, Given, Output } from "./operations.ts";

export type CallName = BridgedName | DesktopCallName;
export type CallGiven<Name extends CallName> = Name extends BridgedName
  ? Given<Name>
  : Name extends DesktopCallName
    ? DesktopGiven<Name>
    : never;
export type CallOutput<Name extends CallName> = Name extends BridgedName
  ? Output<Name>
  : Name extends DesktopCallName
    ? DesktopOutput<Name>
    : never;

/** What goes with a call beside its input. */
export const CallGivens = z.strictObject({
  /** Of the preview that somebody agreed to: the command is refused as `stateMoved` once its effects are others. */
  basis: z.string().max(100).optional(),
  /**
   * What is kept on this computer, at once and without asking the server, for a screen to show until the server has
   * answered. `notFound` where nothing is kept that would be the server's answer as far as is known here.
   */
  prefer: z.literal("snapshot").optional(),
});
export type CallGivens = z.infer<typeof CallGivens>;

/** The whole of what the renderer can reach: one call and one subscription. Preload or the browser shell provides it. */
export interface Bridge {
  call<Name extends CallName>(
    name: Name,
    input: CallGiven<Name>,
    given?: CallGivens,
  ): Promise<Answer<CallOutput<Name>>>;
  /** Returns the end of the subscription. */
  subscribe(listener: (event: DesktopEvent) => void): () => void;
}

/** Channels between preload and main. */
export const callChannel = "orgdesk:call";
export const eventChannel = "orgdesk:event";
