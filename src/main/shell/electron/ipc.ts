import { failed } from "#contract/answer.ts";
import { callChannel, eventChannel } from "#contract/bridge.ts";
import type { BrowserWindow, IpcMain, WebFrameMain } from "electron";
import type { Desktop } from "../../desktop/desktop.ts";
import { isOwnPage } from "./own-page.ts";

/** Answers the calls of our own page's main frame, and tells every window what happens. */
export function serveBridge(
  ipc: Pick<IpcMain, "handle">,
  desktop: Pick<Desktop, "answer" | "subscribe">,
  windows: () => readonly BrowserWindow[],
): void {
  ipc.handle(callChannel, async (event, name: unknown, input: unknown, given: unknown) =>
    isOwnFrame(event.senderFrame)
      ? await desktop.answer(name, input, given)
      : failed({ kind: "notFound", what: "call" }),
  );
  desktop.subscribe((event) => {
    for (const window of windows()) {
      if (!window.isDestroyed() && isOwnPage(window.webContents.getURL())) window.webContents.send(eventChannel, event);
    }
  });
}

// A frame that is gone is null; one inside the page has a parent.
const isOwnFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url);
