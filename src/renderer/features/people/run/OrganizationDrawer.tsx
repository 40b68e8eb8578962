import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { PlanItem } from "#contract/entities/plan.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { Drawer, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { usePlanDesk } from "./desk.ts";
import { useItemWords } from "./useItemWords.ts";
import classes from "./Run.module.css";

/** What became of everybody in one organization of the plan. */
export function OrganizationDrawer() {
  const { t } = useTranslation("people");
  const { organizationId = "" } = useParams();
  const { plan, step, close } = usePlanDesk();
  const items = useInfiniteOperation("plan.items", { planId: plan.id, organization: organizationId });
  const name = plan.byOrganization.find((each) => each.organizationId === organizationId)?.name ?? "";
  return (
    <Drawer
      title={t("plans.run.drawer")}
      identity={
        <>
          <NamedOrganizationAvatar id={organizationId} name={name} size={40} />
          <Link className={classes["title"] ?? ""} to={paths.section(organizationId, "team")}>
            {name}
          </Link>
        </>
      }
      onClose={close}
      onStep={(by) => step(organizationId, by)}
    >
      <DrawerSection title={t("plans.run.changes")}>
        {items.error ? <ErrorState fault={items.error} onRetry={items.refetch} /> : null}
        {items.isPending ? <Loading /> : null}
        <ul className={classes["items"]}>
          {items.items.map((item) => (
            <Item key={item.position} item={item} />
          ))}
        </ul>
        {items.hasMore ? (
          <Button variant="default" loading={items.isFetchingMore} onClick={items.loadMore}>
            {t("plans.run.more")}
          </Button>
        ) : null}
      </DrawerSection>
    </Drawer>
  );
}

function Item({ item }: { item: PlanItem }) {
  const { result, reason } = useItemWords();
  const { accountId, name, email, at } = item;
  const why = reason(item);
  return (
    <li>
      <PersonAvatar id={accountId ?? email} name={name || email} size={24} />
      <div className={classes["item"]}>
        <bdi className={classes["names"]}>{name || email}</bdi>
        <div className={classes["quiet"]}>
          {result(item)}
          {why === "" ? null : `. ${why}`}
        </div>
      </div>
      <span className={classes["quiet"]}>{at === null ? null : <RelativeTime at={at} />}</span>
    </li>
  );
}
