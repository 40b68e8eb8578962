import { useTranslation } from "react-i18next";
import type { SystemPermission } from "#domain/policy/permissions.ts";
import { Why } from "#renderer/app/explain/Why.tsx";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { Loading } from "#renderer/ui/page/Loading.tsx";

interface WhyThereProps {
  readonly organizationId: string;
  readonly permission: SystemPermission;
  /** What the control says already, of all organizations. */
  readonly sentence: string;
}

/** Why a permission is missing in the first of several organizations, and who could help there. */
export function WhyThere({ organizationId, permission, sentence }: WhyThereProps) {
  const { t } = useTranslation("people");
  const { organizations } = useOrganizations();
  const organization = organizations.find(({ id }) => id === organizationId);
  if (organization === undefined) return <Loading lines={3} />;
  return (
    <>
      <p>{t("refusal.there", { name: organization.name })}</p>
      <Why organization={organization} question={{ kind: "use", permission }} sentence={sentence} />
    </>
  );
}
