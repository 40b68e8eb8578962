import { useTranslation } from "react-i18next";
import type { ActExplanation, ActQuestion } from "#contract/entities/explanation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Why.module.css";

interface WhyProps {
  readonly organization: Organization;
  readonly question: ActQuestion;
  /** What the control says already. */
  readonly sentence: string;
}

/** Why something may not be done: the rows that withhold it, and the people who could help, by name. */
export function Why({ organization, question, sentence }: WhyProps) {
  const { data, error, refetch } = useOperation("permission.explain", { organizationId: organization.id, question });
  return (
    <div className={classes["why"]}>
      <p>{sentence}</p>
      {error ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {data ? <Answer organization={organization} explanation={data} /> : null}
      {!data && !error ? <Loading lines={3} /> : null}
    </div>
  );
}

function Answer({ organization, explanation }: { organization: Organization; explanation: ActExplanation }) {
  const { t } = useTranslation("explain");
  return (
    <>
      {explanation.rows.length > 0 ? (
        <ul className={classes["rows"]} aria-label={t("rows")}>
          {explanation.rows.map(({ key, label, allowed, note }) => (
            <li key={key}>
              {label}: {allowed ? t("allowed") : t("withheld")}
              {note === null ? null : <span className={classes["quiet"]}> {t("note", { note })}</span>}
            </li>
          ))}
        </ul>
      ) : null}
      <Helpers organization={organization} explanation={explanation} />
    </>
  );
}

function Helpers({ organization, explanation }: { organization: Organization; explanation: ActExplanation }) {
  const { t } = useTranslation("explain");
  const { t: frame } = useTranslation("frame");
  const policy = policyFor(organization);
  const { helpers, permission } = explanation;
  if (helpers === null || helpers.total === 0) return <p className={classes["quiet"]}>{t("helpers.nobody")}</p>;
  const { how, people, total } = helpers;
  const act = permission === null ? t("messageAct") : frame(`permission.${permission}`, nounsOfPolicy(policy));
  const [first] = people;
  return (
    <>
      <p>{t(`helpers.${how}`, { count: total })}</p>
      <ul className={classes["people"]}>
        {people.map(({ memberId, name, role, lastSeenAt }) => (
          <li key={memberId}>
            <strong dir="auto">{name}</strong>
            <span className={classes["quiet"]}>
              {roleOf(policy, role)?.name ?? role},{" "}
              {lastSeenAt === null ? (
                t("helpers.never")
              ) : (
                <>
                  {t("helpers.seen")} <RelativeTime at={lastSeenAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {people.length > 0 && total > people.length ? (
        <p className={classes["quiet"]}>{t("helpers.more", { count: total - people.length })}</p>
      ) : null}
      {first === undefined ? null : (
        <p className={classes["ask"]}>
          <span>{t("ask")}</span>
          <CopyButton value={t("message", { name: first.name, organization: organization.name, act })} />
        </p>
      )}
    </>
  );
}
