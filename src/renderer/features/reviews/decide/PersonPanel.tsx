import { IconInfoCircle } from "@tabler/icons-react";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPerson } from "#contract/entities/deskReview.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { OrganizationLocale } from "#renderer/app/organizations/OrganizationLocale.tsx";
import { nounsOfPolicy, plainNouns } from "#renderer/app/workspaces/policyNouns.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { CommentField } from "./CommentField.tsx";
import classes from "./PersonPanel.module.css";
import { DecisionBar } from "./DecisionBar.tsx";
import { Facts } from "./Facts.tsx";
import { Recommendation } from "./Recommendation.tsx";
import { RolePicker } from "./RolePicker.tsx";
import type { Decisions } from "./useDecisions.ts";
import { useMarkText } from "./useMarkText.ts";
import type { Rules } from "./useRules.ts";

interface PersonPanelProps {
  readonly review: DeskReview;
  readonly person: DeskReviewPerson;
  readonly rules: Rules;
  readonly decisions: Decisions;
  readonly comment: Ref<HTMLTextAreaElement>;
  readonly onLeaveComment: () => void;
}

/** One person with everything needed to decide, and the decision. */
export function PersonPanel({ review, person, rules, decisions, comment, onLeaveComment }: PersonPanelProps) {
  const { t } = useTranslation("reviews");
  const markText = useMarkText();
  const { decision } = person.mark;
  const owner = rules.policy !== undefined && isOwnerClass(rules.policy, person.seen.role);
  const nouns = rules.policy ? nounsOfPolicy(rules.policy) : plainNouns;
  const many = review.parts.length > 1;
  return (
    <section className={classes["panel"]} aria-label={person.name}>
      <div className={classes["panelBody"]}>
        <header className={classes["panelHead"]}>
          <h2 className={classes["name"]}>
            <PersonName
              id={person.accountId}
              name={person.name}
              detail={person.email}
              isYou={person.own}
              layout="stacked"
              size={40}
            />
          </h2>
          <RoleBadge name={person.roleName} owner={owner} />
          {person.seen.status === "deactivated" ? <Badge tone="amber">{t("fact.deactivated")}</Badge> : null}
          {many && rules.organization ? (
            <Truncate className={classes["place"]}>{rules.organization.name}</Truncate>
          ) : null}
          <output className={classes["state"]} data-decided={decision !== null || undefined}>
            {markText(decision, rules.roleName)}
          </output>
        </header>
        {person.own ? (
          <p className={classes["own"]}>
            <IconInfoCircle size={15} aria-hidden="true" /> {t("decide.you")}
          </p>
        ) : null}
        <Recommendation person={person} rules={rules} />
        <OrganizationLocale organizationId={person.organizationId}>
          <Facts person={person} nouns={nouns} />
        </OrganizationLocale>
        <CommentField
          key={`${person.memberId} ${person.mark.comment}`}
          ref={comment}
          value={person.mark.comment}
          onLeave={onLeaveComment}
          onSave={(text) => decisions.comment(person.memberId, text)}
        />
      </div>
      <footer className={classes["panelFoot"]}>
        {decisions.refusal === null ? null : (
          <p className={classes["refusal"]} role="alert">
            {decisions.refusal}
          </p>
        )}
        {decisions.choosing ? (
          <RolePicker rules={rules} onPick={(option) => decisions.choose(option.decision)} />
        ) : null}
        <DecisionBar options={rules.options} decision={decision} decisions={decisions} canUndo={review.canUndo} />
      </footer>
    </section>
  );
}
