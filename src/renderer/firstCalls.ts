import { organizationsInput } from "./app/organizations/organizationsInput.ts";
import { askedAhead } from "./bridge/askedAhead.ts";

/** The page's bridge. It is asked before the application is evaluated and drawn, so that its answers come meanwhile. */
export const bridge = askedAhead(window.orgdesk, (call) => {
  void call("desktop.state", {});
  void call("organization.list", organizationsInput, { prefer: "snapshot" });
});
