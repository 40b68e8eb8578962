import { createContext, useContext, useMemo, type ReactNode } from "react";
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
  systemLocale,
  type Locale,
} from "./format.ts";

const LocaleContext = createContext<Locale | null>(null);

let machine: Locale | undefined;

/** What the computer is set to. Asking takes longer than drawing a page, so nobody does who need not know. */
const machineLocale = (): Locale => (machine ??= systemLocale());

/** Sets how the screens below write numbers, money and times. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The formatting functions bound to the locale in force: the provider's, else the computer's. */
export function useFormat() {
  const locale = useContext(LocaleContext) ?? machineLocale();
  return useMemo(
    () => ({
      locale,
      number: (value: number) => formatNumber(value, locale),
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
