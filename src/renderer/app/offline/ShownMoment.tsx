import { useTranslation } from "react-i18next";
import { useShownMoment } from "#renderer/bridge/age.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { useMomentWords } from "./useMomentWords.ts";

/** Beside a page's title: how old is what this very page shows. */
export function ShownMoment({ organizationId }: { organizationId: string | undefined }) {
  return useOnline() ? null : <Oldest organizationId={organizationId ?? null} />;
}

/** Follows everything that is read, so it is there only while it has something to say. */
function Oldest({ organizationId }: { organizationId: string | null }) {
  const moment = useShownMoment(organizationId);
  return moment === null ? null : <Note moment={moment} />;
}

function Note({ moment }: { moment: NonNullable<ReturnType<typeof useShownMoment>> }) {
  const { t } = useTranslation("offline");
  const format = useFormat();
  const { time, age, revision } = useMomentWords()(moment);
  return (
    <time dateTime={moment.asOf} data-tip={`${format.exact(moment.asOf)}, ${age}`}>
      {revision === null ? t("page.state", { time }) : t("page.stateAt", { time, revision })}
    </time>
  );
}
