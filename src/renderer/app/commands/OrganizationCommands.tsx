import { IconBriefcase, IconShieldCheck, IconUserPlus, IconUserSearch } from "@tabler/icons-react";
import { useCallback, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { SystemPermission } from "#domain/policy/permissions.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useRefusal } from "../explain/useRefusal.tsx";
import { paths } from "../organizations/paths.ts";
import { useGo } from "../useGo.ts";
import { nounsOf } from "../workspaces/nouns.ts";
import { useOfferCommands, type Command } from "./commands.ts";

interface Offer {
  readonly id: "invite" | "createWorkspace" | "lookUpPerson" | "verifyAuditLog";
  readonly permission: SystemPermission;
  readonly icon: ReactNode;
  readonly path: (organizationId: string) => string;
  /** It reads, but what the server alone has. */
  readonly needsServer?: true;
}

const offers: readonly Offer[] = [
  { id: "invite", permission: "member.invite", icon: <IconUserPlus size={16} />, path: paths.invite },
  {
    id: "createWorkspace",
    permission: "workspace.edit",
    icon: <IconBriefcase size={16} />,
    path: paths.createWorkspace,
  },
  { id: "lookUpPerson", permission: "member.view", icon: <IconUserSearch size={16} />, path: paths.lookUpPerson },
  {
    id: "verifyAuditLog",
    permission: "audit.view",
    icon: <IconShieldCheck size={16} />,
    path: paths.verifyAuditLog,
    needsServer: true,
  },
];

/** What can be done in an organization from wherever one is; each leads to the screen that does it. */
export function OrganizationCommands({ organization }: { organization: Organization }) {
  const { t } = useTranslation("frame");
  const go = useGo();
  const refusal = useRefusal(organization);
  const online = useOnline();
  const offer = useCallback(
    () =>
      offers.map(({ id, permission, icon, path, needsServer = false }): Command => {
        const refused = refusal({ kind: "use", permission });
        return {
          id,
          label: t(`inOrganization.${id}`, { ...nounsOf(organization), organization: organization.name }),
          group: "action",
          icon,
          ...refused,
          reason: refused.reason ?? (needsServer && !online ? t("refusal.offline") : null),
          run: () => go(path(organization.id)),
        };
      }),
    [organization, refusal, online, go, t],
  );
  useOfferCommands(offer);
  return null;
}
