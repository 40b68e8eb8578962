import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { WorkspaceAccessView } from "#contract/entities/workspace.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { paths } from "../organizations/paths.ts";
import { ruleKey } from "./access.ts";
import classes from "./AccessEditor.module.css";
import { nounsOf } from "./nouns.ts";

interface AccessSummaryProps {
  readonly organization: Organization;
  readonly access: WorkspaceAccessView;
  readonly role: string;
  /** The way to change it. */
  readonly children?: ReactNode;
}

/** So many are named; the rest is a number. */
const named = 12;

/** The rule in words, and the workspaces that it comes to now. */
export function AccessSummary({ organization, access, role, children }: AccessSummaryProps) {
  const { t } = useTranslation("workspaces");
  const nouns = nounsOf(organization);
  const roleName = nameOfRole(policyFor(organization), role);
  const shown = access.byRole ? [] : access.workspaces.slice(0, named);
  const more = access.byRole ? 0 : access.total - shown.length;
  return (
    <DrawerSection title={t("access.title", nouns)}>
      <div className={classes["rule"]}>
        <span>
          {access.byRole
            ? t("access.byRole", { ...nouns, role: roleName })
            : t(`access.rule.${ruleKey(access)}`, nouns)}
        </span>
        {children}
      </div>
      {shown.length === 0 ? null : (
        <ul className={classes["names"]}>
          {shown.map(({ id, name, status }) => (
            <li key={id}>
              <Link to={paths.workspace(organization.id, id)} className={classes["name"]}>
                <Badge tone={status === "active" ? "grey" : "amber"}>
                  <Truncate>{name}</Truncate>
                  {status === "active" ? null : ` (${t("access.paused")})`}
                </Badge>
              </Link>
            </li>
          ))}
          {more > 0 ? <li className={classes["quiet"]}>{t("access.more", { count: more })}</li> : null}
        </ul>
      )}
    </DrawerSection>
  );
}
