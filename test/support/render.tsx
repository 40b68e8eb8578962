import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { ThemeProvider } from "#renderer/app/theme/ThemeProvider.tsx";
import { LocaleProvider } from "#renderer/i18n/LocaleProvider.tsx";
import type { Locale } from "#renderer/i18n/format.ts";
import { createI18n } from "#renderer/i18n/i18n.ts";

interface RenderOptions {
  readonly language?: string;
  readonly locale?: Locale;
}

const london: Locale = { language: "en-GB", timeZone: "Europe/London" };

/** Renders inside theme, toasts, texts and formats, with a person at keyboard and mouse. */
export function renderUi(node: ReactNode, options: RenderOptions = {}) {
  const i18n = createI18n(options.language);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <I18nextProvider i18n={i18n}>
      <LocaleProvider locale={options.locale ?? london}>
        <ThemeProvider env="test">{children}</ThemeProvider>
      </LocaleProvider>
    </I18nextProvider>
  );
  return { user: userEvent.setup(), ...render(node, { wrapper }) };
}
