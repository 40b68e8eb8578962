import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { useNow } from "./useNow.ts";
import { useTip } from "./useTip.tsx";

interface RelativeTimeProps {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The zone of who did it, told beside the reader's own. */
  readonly actorTimeZone?: string;
}

/** '5 minutes ago'; hovering gives the exact time with its zone. */
export function RelativeTime({ at, actorTimeZone }: RelativeTimeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const exact = format.exact(at, actorTimeZone);
  const relative = format.relative(at, now) ?? t("time.now");
  const { handlers, tip } = useTip(exact);
  return (
    <>
      <time dateTime={at} aria-label={`${relative}, ${exact}`} {...handlers}>
        {relative}
      </time>
      {tip}
    </>
  );
}
