import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import classes from "./Drawer.module.css";

/** Who can use a workspace, and what gives it to them. */
export function People({ organization, workspace }: { organization: Organization; workspace: Workspace }) {
  const { t } = useTranslation("workspaces");
  const nouns = nounsOf(organization);
  const policy = policyFor(organization);
  const input = { organizationId: organization.id, workspaceId: workspace.id, limit: 20 };
  const people = useInfiniteOperation("workspace.listPeople", input);
  return (
    <DrawerSection title={t("drawer.people")}>
      {people.isPending ? <Loading lines={3} /> : null}
      {people.error && people.items.length === 0 ? <ErrorState fault={people.error} onRetry={people.refetch} /> : null}
      {people.first?.total === 0 ? <p className={classes["quiet"]}>{t("drawer.nobody")}</p> : null}
      <ul className={classes["people"]}>
        {people.items.map(({ id, accountId, name, role, through }) => (
          <li key={id}>
            <Link to={paths.member(organization.id, id)} className={classes["person"]}>
              <PersonName
                id={accountId}
                name={name}
                detail={nameOfRole(policy, role)}
                isYou={id === organization.me.memberId}
              />
              <span className={classes["through"]}>{t(`through.${through}`, nouns)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {people.hasMore ? (
        <Button variant="subtle" size="xs" loading={people.isFetchingMore} onClick={people.loadMore}>
          {t("drawer.more")}
        </Button>
      ) : null}
    </DrawerSection>
  );
}
