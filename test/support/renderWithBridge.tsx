import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { BridgeProvider } from "#renderer/bridge/BridgeProvider.tsx";
import type { FakeBridge } from "./fakeBridge.ts";
import { renderUi } from "./render.tsx";

interface Options {
  /** The address that the screen opens at. */
  readonly at?: string;
  readonly language?: string;
}

/** Renders a screen over a fake bridge, at an address, and waits until the bridge has said its first state. */
export async function renderWithBridge(node: ReactNode, bridge: FakeBridge, { at = "/", language }: Options = {}) {
  const view = renderUi(
    <BridgeProvider bridge={bridge}>
      <MemoryRouter initialEntries={[at]} useTransitions={false}>
        <div data-testid="ready">{node}</div>
      </MemoryRouter>
    </BridgeProvider>,
    language === undefined ? {} : { language },
  );
  await screen.findByTestId("ready");
  return view;
}
