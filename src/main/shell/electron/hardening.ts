import type { Session, WebContents } from "electron";
import { isOwnPage, mayLoad } from "./own-page.ts";

/** A page shows itself and nothing else: no navigation, no further windows, no embedded pages. */
export function hardenContents(contents: WebContents): void {
  contents.on("will-navigate", (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** The page gets no permission of the system and reaches no network: the main process does that for it. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }));
  session.on("will-download", (event) => event.preventDefault());
}
