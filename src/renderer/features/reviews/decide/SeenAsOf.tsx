import { useTranslation } from "react-i18next";
import type { DeskReviewPart } from "#contract/entities/deskReview.ts";
import { OrganizationLocale } from "#renderer/app/organizations/OrganizationLocale.tsx";
import { formatDateTimeZoned } from "#renderer/i18n/format.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Dated } from "#renderer/ui/Dated.tsx";

/** As of when the people of an organization are decided about. */
export function SeenAsOf({ part }: { readonly part: DeskReviewPart }) {
  return (
    <OrganizationLocale organizationId={part.organizationId}>
      <Words part={part} />
    </OrganizationLocale>
  );
}

function Words({ part: { asOf, revision } }: { readonly part: DeskReviewPart }) {
  const { t } = useTranslation("reviews");
  const { locale } = useFormat();
  return <Dated at={asOf}>{t("fact.sinceSeen", { when: formatDateTimeZoned(asOf, locale), revision })}</Dated>;
}
