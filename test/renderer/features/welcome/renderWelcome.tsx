import { useRoutes } from "react-router";
import { routes } from "#renderer/features/welcome/routes.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import type { DesktopState } from "#contract/desktop.ts";

function Welcome() {
  return useRoutes(routes);
}

/** The screens before the sign-in over a fake bridge, of a person who is not signed in. */
export async function renderWelcome(handlers: Handlers, state: Partial<DesktopState> = {}, at = "/") {
  const bridge = fakeBridge(handlers, { account: null, ...state });
  return { bridge, ...(await renderWithBridge(<Welcome />, bridge, { at })) };
}
