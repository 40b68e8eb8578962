import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CallGiven } from "#contract/bridge.ts";
import type { PermissionHolder } from "#contract/entities/explanation.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import classes from "./WhoCan.module.css";

interface HoldersProps {
  readonly input: CallGiven<"permission.whoCan">;
  /** The action in words. */
  readonly act: string;
  /** Whether it is the last page that has been asked for. */
  readonly last: boolean;
  readonly onMore: (cursor: string) => void;
}

/** One page of those who can, by organization. */
export function Holders({ input, act, last, onMore }: HoldersProps) {
  const { t } = useTranslation("explain");
  const { data, error, refetch } = useOperation("permission.whoCan", input);
  if (error) return <ErrorState fault={error} onRetry={refetch} />;
  if (data === undefined) return <Loading lines={6} />;
  const { items, organizations, next, leftOut } = data;
  const empty = items.length === 0 && input.cursor === undefined;
  return (
    <>
      {empty ? (
        <EmptyState text={input.search === undefined ? t("whoCan.none", { act }) : t("whoCan.noMatch", { act })} />
      ) : null}
      {organizations.map(({ id, name, total }) => (
        <section key={id} aria-label={name}>
          <h2 className={classes["name"]}>
            <Link to={paths.section(id, "permissions")}>{name}</Link>
            <span className={classes["quiet"]}>{t("whoCan.people", { count: total })}</span>
          </h2>
          <ul className={classes["people"]}>
            {items
              .filter(({ organizationId }) => organizationId === id)
              .map((holder) => (
                <Holder key={holder.memberId} holder={holder} />
              ))}
          </ul>
        </section>
      ))}
      {last && next !== null ? (
        <Button variant="subtle" onClick={() => onMore(next)}>
          {t("whoCan.more")}
        </Button>
      ) : null}
      {last && leftOut.length > 0 ? (
        <p className={classes["quiet"]}>
          {t("whoCan.leftOut", { count: leftOut.length, names: new Intl.ListFormat("en").format(leftOut) })}
        </p>
      ) : null}
    </>
  );
}

function Holder({ holder }: { readonly holder: PermissionHolder }) {
  const { t } = useTranslation("explain");
  const { organizationId, memberId, accountId, name, email, through } = holder;
  const rows = new Intl.ListFormat("en").format(through.rows);
  return (
    <li>
      <Link to={paths.member(organizationId, memberId)} className={classes["person"]}>
        <PersonName id={accountId} name={name} detail={email} />
      </Link>
      <span className={classes["quiet"]}>
        {rows === "" ? through.role : t("whoCan.through", { role: through.role, rows })}
      </span>
    </li>
  );
}
