import { useMemo, type ReactNode } from "react";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { LocaleProvider } from "#renderer/i18n/LocaleProvider.tsx";

/** Outside an organization times and numbers read as the person chose; inside, `OrganizationScope` takes over. */
export function AccountLocale({ children }: { children: ReactNode }) {
  const { locale: language, timeZone } = useAccount();
  const locale = useMemo(() => ({ language, timeZone }), [language, timeZone]);
  return <LocaleProvider locale={locale}>{children}</LocaleProvider>;
}
