import { createContext, useContext, useMemo, type ReactNode } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import {
  formatDate,
  formatDateTime,
  formatExact,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatSize,
  formatTime,
  machineLocale,
  type Locale,
} from "./format.ts";
import { withNumbersOf } from "./i18n.ts";

const LocaleContext = createContext<Locale | null>(null);

/** Sets how the screens below write numbers, money and times, in their sentences too. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const texts = useTranslation().i18n;
  const { language } = locale;
  // Only numbers depend on it in texts: where two organizations speak alike, switching leaves the texts alone.
  const own = useMemo(() => withNumbersOf(texts, language), [texts, language]);
  return (
    <LocaleContext value={locale}>
      <I18nextProvider i18n={own}>{children}</I18nextProvider>
    </LocaleContext>
  );
}

/** The formatting functions bound to the locale in force: the provider's, else the computer's. */
export function useFormat() {
  const locale = useContext(LocaleContext) ?? machineLocale();
  return useMemo(
    () => ({
      locale,
      number: (value: number) => formatNumber(value, locale.language),
      size: (bytes: number) => formatSize(bytes, locale),
      percent: (share: number) => formatPercent(share, locale),
      money: (minor: number, currency: string) => formatMoney(minor, currency, locale),
      date: (iso: string) => formatDate(iso, locale),
      dateTime: (iso: string) => formatDateTime(iso, locale),
      moment: (iso: string) => formatMoment(iso, locale),
      time: (iso: string) => formatTime(iso, locale),
      /** With another zone given, its time is added in brackets. */
      exact: (iso: string, timeZone?: string) => {
        const here = formatExact(iso, locale);
        const differs = timeZone !== undefined && timeZone !== locale.timeZone;
        return differs ? `${here} (${formatExact(iso, { ...locale, timeZone })})` : here;
      },
      relative: (iso: string, now: number) => formatRelative(iso, now, locale),
    }),
    [locale],
  );
}
