import { IconCrown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import { RoleMenu } from "./editor/RoleMenu.tsx";
import type { Role } from "./matrix.ts";
import classes from "./Permissions.module.css";

interface RoleCardsProps {
  readonly organization: Organization;
  readonly roles: readonly Role[];
  readonly myRole: string;
  /** Opens the editor: on a role of the organization's own, or on a copy. */
  readonly onEdit: (edit: string) => void;
}

/** The roles, highest first: what each is for and how many people hold it. */
export function RoleCards({ organization, roles, myRole, onEdit }: RoleCardsProps) {
  const { t } = useTranslation("permissions");
  return (
    <ul className={classes["roles"]} aria-label={t("roles")}>
      {roles.map((role, index) => {
        const people = role.members === 0 ? t("role.nobody") : t("role.people", { count: role.members });
        return (
          <li key={role.key} className={classes["role"]}>
            <div className={classes["roleName"]}>
              {role.ownerClass ? <IconCrown size={15} aria-hidden="true" /> : null}
              <h2>{role.name}</h2>
              {role.key === myRole ? <Badge tone="accent">{t("you")}</Badge> : null}
              {role.custom ? <Badge tone="grey">{t("custom")}</Badge> : null}
              <RoleMenu organization={organization} role={role} roles={roles} onEdit={onEdit} />
            </div>
            <p className={classes["roleText"]}>{role.description}</p>
            <p className={classes["roleFacts"]}>
              <Link
                to={teamOf(organization.id, role.key)}
                aria-label={t("role.show", { role: role.name, people })}
                className={classes["link"]}
              >
                {people}
              </Link>
              <span>{t("role.rank", { rank: index + 1, count: roles.length })}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The team, showing the holders of one role. */
export function teamOf(organizationId: string, role: string): string {
  return `${paths.section(organizationId, "team")}?${new URLSearchParams({ role })}`;
}
