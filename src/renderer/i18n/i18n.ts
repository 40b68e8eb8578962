import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { formatNumber, machineLocale } from "./format.ts";
import { inSentence } from "./inSentence.ts";
import { pseudoLocale, pseudoResources } from "./pseudo.ts";
import { english } from "./resources.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof english;
  }
}

/** An instance with every text loaded, so that nothing waits for a file; `en-XA` shows what bypasses it. */
export function createI18n(language = "en"): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    defaultNS: "common",
    ns: Object.keys(english),
    resources: language === pseudoLocale ? { [language]: pseudoResources(english) } : { en: english },
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escape: inSentence },
    returnNull: false,
  });
  instance.services.formatter?.add("number", (value: number, _language, { numbersOf }: NumberOptions) =>
    formatNumber(value, numbersOf ?? machineLocale().language),
  );
  return instance;
}

interface NumberOptions {
  /** BCP 47. */
  readonly numbersOf?: string;
}

/** The same texts, whose numbers read as in tables: as the language (BCP 47) writes them. */
export function withNumbersOf(texts: i18n, numbersOf: string): i18n {
  const { interpolation } = texts.options;
  if (interpolation?.defaultVariables?.["numbersOf"] === numbersOf) return texts;
  return texts.cloneInstance({ interpolation: { ...interpolation, defaultVariables: { numbersOf } } });
}
