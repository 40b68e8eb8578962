import { useCallback } from "react";
import type { Money } from "#contract/entities/people.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";

/** An amount that is added or taken away: '+€12.00', '−€12.00'. */
export function useSignedMoney(): (money: Money) => string {
  const format = useFormat();
  return useCallback(
    ({ amount, currency }) => `${amount < 0 ? "−" : "+"}${format.money(Math.abs(amount), currency)}`,
    [format],
  );
}
