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

/** The whole of what the renderer can reach: one call and one subscription. Preload or the browser shell provides it. */
export interface Bridge {
  call<Name extends CallName>(name: Name, input: CallGiven<Name>): Promise<Answer<CallOutput<Name>>>;
  /** Returns the end of the subscription. */
  subscribe(listener: (event: DesktopEvent) => void): () => void;
}

/** Channels between preload and main. */
export const callChannel = "orgdesk:call";
export const eventChannel = "orgdesk:event";
