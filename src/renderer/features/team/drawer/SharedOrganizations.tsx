import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SharedOrganization } from "#contract/entities/member.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import type { TeamDesk } from "../desk.ts";
import classes from "./TeamDrawer.module.css";

interface SharedOrganizationsProps {
  readonly shared: readonly SharedOrganization[];
  readonly desk: TeamDesk;
}

/** The other organizations in which the reader meets this person, with the person's role there. */
export function SharedOrganizations({ shared, desk }: SharedOrganizationsProps) {
  const { t } = useTranslation("team");
  const others = shared.filter(({ id }) => id !== desk.organization.id);
  return (
    <DrawerSection title={t("drawer.shared")}>
      {others.length === 0 ? <p className={classes["quiet"]}>{t("drawer.noneShared")}</p> : null}
      <ul className={classes["shared"]}>
        {others.map((organization) => (
          <li key={organization.id}>
            <Link to={paths.section(organization.id, "team")} className={classes["organization"]}>
              <NamedOrganizationAvatar id={organization.id} name={organization.name} size={20} />
              <Truncate>{organization.name}</Truncate>
              <RoleBadge name={organization.roleName} owner={organization.ownerClass} />
            </Link>
          </li>
        ))}
      </ul>
    </DrawerSection>
  );
}
