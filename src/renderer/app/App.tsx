import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import { HashRouter } from "react-router";
import type { Bridge } from "#contract/bridge.ts";
import { BridgeProvider } from "../bridge/BridgeProvider.tsx";
import { createI18n } from "../i18n/i18n.ts";
import { readFirstScreen } from "./firstScreen.ts";
import { Root } from "./Root.tsx";
import { ThemeProvider } from "./theme/ThemeProvider.tsx";

/** The whole application over one bridge. The hash holds the address, so that any shell can serve it as one file. */
export function App({ bridge }: { bridge: Bridge }) {
  const [i18n] = useState(() => createI18n());
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <BridgeProvider bridge={bridge} first={readFirstScreen}>
          {/* A choice shows at once: while a page that was left still took keys and choices, they were lost. */}
          <HashRouter useTransitions={false}>
            <Root />
          </HashRouter>
        </BridgeProvider>
      </ThemeProvider>
    </I18nextProvider>
  );
}
