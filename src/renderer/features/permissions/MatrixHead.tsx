import { IconCrown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Badge } from "#renderer/ui/Badge.tsx";
import type { Role } from "./matrix.ts";
import classes from "./Matrix.module.css";

interface MatrixHeadProps {
  readonly roles: readonly Role[];
  readonly myRole: string;
  /** The role whose column is being edited. */
  readonly edited: string | null;
}

/** The roles, highest first; one's own is marked. */
export function MatrixHead({ roles, myRole, edited }: MatrixHeadProps) {
  const { t } = useTranslation("permissions");
  return (
    <thead>
      <tr>
        <th scope="col" className={classes["corner"]}>
          {t("permission")}
        </th>
        {roles.map((role) => (
          <th
            key={role.key}
            scope="col"
            className={classes["column"]}
            data-mine={role.key === myRole || undefined}
            data-edited={role.key === edited || undefined}
          >
            <span className={classes["columnName"]}>
              {role.ownerClass ? <IconCrown size={14} aria-hidden="true" /> : null}
              {role.name || t("editor.unnamed")}
              {role.key === myRole ? <Badge tone="accent">{t("you")}</Badge> : null}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
