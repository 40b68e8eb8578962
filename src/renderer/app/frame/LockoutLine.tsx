import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dated } from "#renderer/ui/Dated.tsx";
import { later } from "#renderer/ui/later.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";

const ConfirmDialog = later(async () => (await import("../lockout/ConfirmDialog.tsx")).ConfirmDialog);

/** That a change of ownership is undone unless this owner confirms it. */
export function LockoutLine({ organization }: { organization: Organization }) {
  const { t } = useTranslation("lockout");
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { data } = useOperation("lockout.listPending", {});
  const [guard, ...others] = data?.items.filter(({ organizationId }) => organizationId === organization.id) ?? [];
  if (guard === undefined) return null;
  const words = {
    former: guard.member.name,
    organization: guard.organizationName,
    date: format.dateTime(guard.confirmBy),
  };
  const button = (
    <CommandButton size="compact-xs" variant="default" onClick={() => setAsking(true)}>
      {t("open")}
    </CommandButton>
  );
  return (
    <>
      <StatusLine tone="warning" action={button}>
        <Dated at={guard.confirmBy}>{t("line", words)}</Dated>
      </StatusLine>
      {asking ? <ConfirmDialog guards={[guard, ...others]} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
