import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import { lastDayText } from "#renderer/app/days/lastDay.ts";
import type { Nouns } from "#renderer/app/workspaces/policyNouns.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Dated } from "#renderer/ui/Dated.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Facts.module.css";

/** Everything that a decision about somebody rests on. */
export function Facts({ person, nouns }: { person: DeskReviewPerson; nouns: Nouns }) {
  const { t } = useTranslation("reviews");
  const { seen, accessUntil } = person;
  return (
    <dl className={classes["facts"]}>
      <Fact name={t("fact.lastSeen")} quiet={seen.lastSeenAt === null}>
        {seen.lastSeenAt === null ? t("fact.never") : <RelativeTime at={seen.lastSeenAt} />}
      </Fact>
      <Fact name={t("fact.joined")}>
        <RelativeTime at={seen.joinedAt} />
      </Fact>
      <Fact name={t("fact.twoFactor")} quiet={!seen.twoFactor}>
        {seen.twoFactor ? t("fact.on") : t("fact.off")}
      </Fact>
      <Fact name={t("fact.ends")} quiet={accessUntil === null}>
        {accessUntil === null ? t("fact.noEnd") : <LastDay until={accessUntil} />}
      </Fact>
      <Fact name={t("fact.workspaces", nouns)} quiet={!person.byRole && person.workspaces.length === 0} wide>
        <Reach person={person} />
      </Fact>
    </dl>
  );
}

function LastDay({ until }: { readonly until: string }) {
  const { locale } = useFormat();
  return <Dated at={until}>{lastDayText(until, locale)}</Dated>;
}

interface FactProps {
  readonly name: string;
  /** Nothing there. */
  readonly quiet?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, quiet = false, wide = false, children }: FactProps) {
  return (
    <div data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd data-quiet={quiet || undefined}>{children}</dd>
    </div>
  );
}

function Reach({ person }: { person: DeskReviewPerson }) {
  const { t } = useTranslation("reviews");
  const { workspaces, byRole, seen } = person;
  if (byRole) return t("fact.byRole");
  if (workspaces.length === 0) return t("fact.noWorkspaces");
  const more = (seen.workspaces.count ?? workspaces.length) - workspaces.length;
  const names = workspaces.join(", ");
  return more > 0 ? `${names} ${t("fact.andMore", { count: more })}` : names;
}
