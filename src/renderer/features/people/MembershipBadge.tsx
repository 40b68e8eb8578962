import { useTranslation } from "react-i18next";
import type { ManagedOrganization, PersonMembership } from "#contract/entities/people.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import classes from "./list/People.module.css";
import { roleThere } from "./managed.ts";

interface MembershipBadgeProps {
  readonly membership: PersonMembership | undefined;
  readonly organization: ManagedOrganization | undefined;
}

/** What somebody is in one organization: the role, and that it rests or is over; a dash where they never were. */
export function MembershipBadge({ membership, organization }: MembershipBadgeProps) {
  const { t } = useTranslation("people");
  if (membership === undefined) return <span className={classes["quiet"]}>–</span>;
  const role = roleThere(organization, membership.role);
  if (membership.status === "active") return <RoleBadge name={role.name} owner={role.owner} />;
  return (
    <Badge tone={membership.status === "deactivated" ? "amber" : "grey"}>
      {role.name}, {t(`status.${membership.status}`)}
    </Badge>
  );
}
