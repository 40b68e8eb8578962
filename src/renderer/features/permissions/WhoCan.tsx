import { Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { escapeCloses } from "#renderer/ui/keyboard/escapeCloses.ts";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import { isAllowed, type Role, type Row } from "./matrix.ts";
import matrixClasses from "./Matrix.module.css";
import classes from "./Permissions.module.css";
import { teamOf } from "./RoleCards.tsx";
import { RowLabel } from "./RowLabel.tsx";

interface WhoCanProps {
  readonly organizationId: string;
  readonly row: Row;
  readonly roles: readonly Role[];
  readonly tabIndex: number;
}

/** A row's name, which tells who can do it: the roles, their people, and the way to them. */
export function WhoCan({ organizationId, row, roles, tabIndex }: WhoCanProps) {
  const { t } = useTranslation("permissions");
  const holders = roles.filter(({ key }) => isAllowed(row, key));
  const people = holders.reduce((sum, role) => sum + role.members, 0);
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={matrixClasses["rowButton"]}
          tabIndex={tabIndex}
          title={t("who.open")}
          onKeyDown={escapeCloses}
        >
          <RowLabel row={row} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p="md" miw={260} maw={360}>
        <h3 className={classes["whoTitle"]}>{t("who.title", { permission: row.label })}</h3>
        {holders.length === 0 ? <p className={classes["quiet"]}>{t("who.nobody")}</p> : null}
        <ul className={classes["who"]}>
          {holders.map((role) => (
            <li key={role.key}>
              <RoleBadge name={role.name} owner={role.ownerClass} />
              <Link to={teamOf(organizationId, role.key)} className={classes["link"]}>
                {t("role.people", { count: role.members })}
              </Link>
            </li>
          ))}
        </ul>
        {holders.length > 1 ? <p className={classes["quiet"]}>{t("who.total", { count: people })}</p> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
