import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ManagedOrganization, Person, PersonMembership } from "#contract/entities/people.ts";
import type { Fault } from "#contract/fault.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { ActionMenu, type MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { ActionButtons } from "#renderer/ui/ActionButtons.tsx";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { Drawer, DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { MembershipBadge } from "../MembershipBadge.tsx";
import { currentOf, formerOf } from "./people.ts";
import classes from "./People.module.css";
import type { usePersonDrawer } from "./usePersonDrawer.ts";

interface PersonDrawerProps {
  readonly opened: ReturnType<typeof usePersonDrawer>;
  readonly byId: ReadonlyMap<string, ManagedOrganization>;
  readonly actions: (people: readonly Person[]) => readonly MenuAction[];
}

const nobody: Fault = { kind: "notFound", what: "person" };

/** One person: what they are in every organization, with the way to the member there. */
export function PersonDrawer({ opened, byId, actions }: PersonDrawerProps) {
  const { t } = useTranslation("people");
  const { person, loading, fault, refetch } = opened;
  return (
    <Drawer
      title={t("drawer.title")}
      identity={person ? <Identity person={person} /> : null}
      actions={person ? <Acts actions={actions([person])} /> : null}
      onClose={opened.close}
      onStep={opened.step}
    >
      {person ? <Facts person={person} byId={byId} /> : null}
      {!person && loading ? <Loading /> : null}
      {!person && !loading ? (
        <ErrorState fault={fault ?? nobody} title={t("drawer.notLoaded")} {...(fault ? { onRetry: refetch } : {})} />
      ) : null}
    </Drawer>
  );
}

function Identity({ person: { accountId, name, email } }: { person: Person }) {
  const { t } = useTranslation("people");
  return (
    <>
      <PersonAvatar id={accountId} name={name} size={40} />
      <div>
        <bdi className={classes["name"]}>{name}</bdi>
        <div className={classes["email"]}>
          <bdi>{email}</bdi>
          <CopyButton value={email} label={t("act.copyAddress")} />
        </div>
      </div>
    </>
  );
}

/** Two fit beside each other at the drawer's width. */
const shownAtMost = 2;

function Acts({ actions }: { actions: readonly MenuAction[] }) {
  return (
    <>
      <ActionButtons actions={actions.slice(0, shownAtMost)} />
      <ActionMenu actions={actions.slice(shownAtMost)} />
    </>
  );
}

function Facts({ person, byId }: { person: Person; byId: PersonDrawerProps["byId"] }) {
  const { t } = useTranslation("people");
  const former = formerOf(person);
  return (
    <>
      <DrawerSection title={t("drawer.title")}>
        <DrawerFact name={t("column.lastSeen")}>
          <Seen at={person.lastSeenAt} />
        </DrawerFact>
        <DrawerFact name={t("column.twoFactor")}>{t(person.twoFactor ? "twoFactor.yes" : "twoFactor.no")}</DrawerFact>
      </DrawerSection>
      <DrawerSection title={t("drawer.memberships")}>
        <Memberships memberships={currentOf(person)} byId={byId} />
      </DrawerSection>
      {former.length > 0 ? (
        <DrawerSection title={t("drawer.former")}>
          <Memberships memberships={former} byId={byId} />
        </DrawerSection>
      ) : null}
    </>
  );
}

interface MembershipsProps {
  readonly memberships: readonly PersonMembership[];
  readonly byId: PersonDrawerProps["byId"];
}

function Memberships({ memberships, byId }: MembershipsProps) {
  const named = memberships.map((membership) => ({ membership, organization: byId.get(membership.organizationId) }));
  const inOrder = named.toSorted((a, b) => (a.organization?.name ?? "").localeCompare(b.organization?.name ?? ""));
  return (
    <ul className={classes["memberships"]}>
      {inOrder.map(({ membership, organization }) => (
        <li key={membership.memberId}>
          <Link className={classes["membership"]} to={paths.member(membership.organizationId, membership.memberId)}>
            <NamedOrganizationAvatar id={membership.organizationId} name={organization?.name ?? ""} size={24} />
            <span className={classes["where"]}>
              <Truncate>{organization?.name ?? membership.organizationId}</Truncate>
              <SeenThere at={membership.lastSeenAt} />
            </span>
            <MembershipBadge membership={membership} organization={organization} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** In a list of organizations a time alone would not tell what happened then. */
function SeenThere({ at }: { at: string | null }) {
  const { t } = useTranslation("people");
  return (
    <span className={classes["when"]}>
      {at === null ? (
        t("drawer.neverSeen")
      ) : (
        <Trans t={t} i18nKey="drawer.seen" components={{ when: <RelativeTime at={at} /> }} />
      )}
    </span>
  );
}

function Seen({ at }: { at: string | null }) {
  const { t } = useTranslation("people");
  return at === null ? t("never") : <RelativeTime at={at} />;
}
