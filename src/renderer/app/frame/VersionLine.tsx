import { useTranslation } from "react-i18next";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";

/** That the server or this desktop is too old for something of the other, once for all that fails because of it. */
export function VersionLine() {
  const { t } = useTranslation("frame");
  const gap = useDesktop((state) => state.versionGap);
  const desktop = useDesktop((state) => state.version);
  if (gap === null) return null;
  const told = gap.serverVersion !== null && gap.serverVersion !== desktop;
  const both = told ? <span>{t("versions.both", { server: gap.serverVersion, desktop })}</span> : null;
  return (
    <StatusLine tone="warning" action={both}>
      {t(`versions.${gap.older}`)}
    </StatusLine>
  );
}
