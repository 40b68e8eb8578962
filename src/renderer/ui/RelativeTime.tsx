import { memo, useContext } from "react";
import { I18nContext } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { useNow } from "./useNow.ts";

interface RelativeTimeProps {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The zone of who did it, told beside the reader's own. */
  readonly actorTimeZone?: string;
}

/**
 * '5 minutes ago'; hovering gives the exact time with its zone. Nothing in a row takes longer to write, so what is drawn
 * around it does not write it anew.
 */
export const RelativeTime = memo(function RelativeTime({ at, actorTimeZone }: RelativeTimeProps) {
  // Not `useTranslation`: lists are full of times, and hardly one of them needs a text.
  const texts = useContext(I18nContext)?.i18n;
  const format = useFormat();
  const relative = format.relative(at, useNow()) ?? texts?.t("time.now") ?? "";
  const exact = format.exact(at, actorTimeZone);
  return (
    <time dateTime={at} aria-label={`${relative}, ${exact}`} data-tip={exact}>
      {relative}
    </time>
  );
});
