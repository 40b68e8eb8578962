import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { policyFor, useDecision } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Dated } from "#renderer/ui/Dated.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { paths } from "../organizations/paths.ts";

/** That the organization is about to change hands, for whoever can answer it or take it back. */
export function OwnershipLine({ organization }: { organization: Organization }) {
  const { t } = useTranslation("ownership");
  const format = useFormat();
  const { id: organizationId, name, me } = organization;
  const manages = useDecision(organization, { kind: "use", permission: "organization.transfer" }).allowed;
  const enabled = policyFor(organization).preset.ownershipTransfer;
  const transfer = useOperation("ownership.get", { organizationId }, { enabled }).data?.transfer;
  if (!transfer) return null;
  const { from, to, expiresAt } = transfer;
  const words = { from: from.name, to: to.name, organization: name, date: format.date(expiresAt) };
  if (to.memberId === me.memberId) {
    const inbox = <Link to={paths.inbox}>{t("line.answer")}</Link>;
    return (
      <StatusLine action={inbox}>
        <Dated at={expiresAt}>{t("line.toYou", words)}</Dated>
      </StatusLine>
    );
  }
  if (!manages) return null;
  const settings = <Link to={paths.section(organizationId, "settings")}>{t("line.manage")}</Link>;
  return (
    <StatusLine action={settings}>
      <Dated at={expiresAt}>{t("line.fromYou", words)}</Dated>
    </StatusLine>
  );
}
