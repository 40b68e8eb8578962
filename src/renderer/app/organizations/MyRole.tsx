import { IconCrown } from "@tabler/icons-react";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import classes from "./OrganizationSwitcher.module.css";

interface MyRoleProps {
  readonly organization: Organization;
  /** As a line of text under the name instead of a badge. */
  readonly plain?: boolean;
}

/** What the person is in an organization: owned ones carry a crown, others their role (`requirements/002…`). */
export function MyRole({ organization, plain = false }: MyRoleProps) {
  const role = roleOf(policyFor(organization), organization.me.role);
  const name = role?.name ?? organization.me.role;
  const owner = role?.ownerClass === true;
  if (!plain) return <RoleBadge name={name} owner={owner} />;
  return (
    <span className={classes["role"]}>
      {owner ? <IconCrown size={12} aria-hidden="true" /> : null}
      {name}
    </span>
  );
}
