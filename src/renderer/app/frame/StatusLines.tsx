import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { permissionsOf, roleOf } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { OfflineLine } from "../offline/OfflineLine.tsx";
import { OrganizationScope } from "../organizations/OrganizationScope.tsx";
import { DeletionLine } from "./DeletionLine.tsx";
import { LockoutLine } from "./LockoutLine.tsx";
import { OwnershipLine } from "./OwnershipLine.tsx";
import { VersionLine } from "./VersionLine.tsx";
import { WitnessElsewhereLine } from "./WitnessElsewhereLine.tsx";
import { WitnessLine } from "./WitnessLine.tsx";

interface StatusLinesProps {
  readonly organization: Organization | undefined;
}

/** What must be known before anything on the page is believed: that it is old, or that it can only be read. */
export function StatusLines({ organization }: StatusLinesProps) {
  const { t } = useTranslation("frame");
  const online = useOnline();
  const readOnly = organization && readOnlyRole(organization);
  return (
    <>
      {online || organization ? null : <OfflineLine organization={undefined} />}
      <VersionLine />
      {organization ? (
        <OrganizationScope organization={organization}>
          {online ? null : <OfflineLine organization={organization} />}
          <WitnessLine organization={organization} />
          <DeletionLine organization={organization} />
          <LockoutLine organization={organization} />
          <OwnershipLine organization={organization} />
        </OrganizationScope>
      ) : null}
      <WitnessElsewhereLine here={organization?.id} />
      {readOnly ? <StatusLine>{t("status.readOnly", { role: readOnly })}</StatusLine> : null}
    </>
  );
}

/** The name of a role that holds nothing but sight. */
function readOnlyRole(organization: Organization): string | undefined {
  const policy = policyFor(organization);
  const held = [...permissionsOf(policy, organization.me.role)];
  if (held.some((permission) => !permission.includes(".view"))) return undefined;
  return roleOf(policy, organization.me.role)?.name;
}
