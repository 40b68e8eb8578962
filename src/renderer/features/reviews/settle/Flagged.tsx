import { Button, SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewDecision } from "#contract/entities/review.ts";
import type { Fault } from "#contract/fault.ts";
import { answersTo, type AgainAnswer } from "#domain/review/again.ts";
import type { SeenState } from "#domain/review/member.ts";
import type { PresentState, ReviewFlag } from "#domain/review/outcome.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { useMarkText } from "../decide/useMarkText.ts";
import { useRules } from "../decide/useRules.ts";
import classes from "./Settle.module.css";
import { useFlagText } from "./useFlagText.ts";

/** Somebody whose decision no longer fits. */
export interface FlaggedPerson {
  readonly memberId: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly email: string;
  readonly decision: ReviewDecision;
  readonly flag: ReviewFlag;
  readonly fault: Fault | null;
  /** Whether it is the reviewer's own access. */
  readonly own: boolean;
  /** Whether it was carried out already. */
  readonly tried: boolean;
  readonly seen: SeenState;
  /** Where they stand now; null for somebody whose membership is gone altogether. */
  readonly present: PresentState | null;
}

export type Answers = ReadonlyMap<string, AgainAnswer>;

interface FlaggedProps {
  readonly people: readonly FlaggedPerson[];
  /** What was answered so far; without a way to change it, nothing can be chosen any more. */
  readonly answers?: Answers;
  readonly onChange?: (answers: Answers) => void;
  readonly children?: ReactNode;
}

const shownAtMost = 50;

/** Whose decisions no longer fit, what changed since, and what to do about each. */
export function Flagged({ people, answers, onChange, children }: FlaggedProps) {
  const { t } = useTranslation("reviews");
  const rulesOf = useRules();
  const markText = useMarkText();
  const flagText = useFlagText();
  const formerName = useFormerNames(people);
  return (
    <div className={classes["people"]}>
      <h3>{t("settle.flaggedTitle")}</h3>
      {onChange ? <p className={classes["text"]}>{t("settle.flaggedText")}</p> : null}
      {onChange && answers ? <ForAll people={people} answers={answers} onChange={onChange} /> : null}
      <ul>
        {people.slice(0, shownAtMost).map((person) => {
          const { memberId, accountId, organizationId, name, email, decision, seen } = person;
          const rules = rulesOf({ organizationId, memberId, seen: { ...unseen, ...seen }, accessUntil: null });
          const roleName = (role: string) => formerName(role) ?? rules.roleName(role);
          return (
            <li key={memberId}>
              <PersonName id={accountId} name={name} detail={email} layout="stacked" />
              <span className={classes["flagText"]}>
                <span>{markText(decision, roleName)}</span>
                <span className={classes["why"]}>{flagText(person, roleName)}</span>
              </span>
              {onChange && answers ? <Choice person={person} answers={answers} onChange={onChange} /> : null}
            </li>
          );
        })}
      </ul>
      {people.length > shownAtMost ? (
        <p className={classes["text"]}>{t("settle.more", { count: people.length - shownAtMost })}</p>
      ) : null}
      {children}
    </div>
  );
}

/** What roles were called that somebody deleted since they were decided on. All these people are of one organization. */
function useFormerNames(people: readonly FlaggedPerson[]): (role: string) => string | undefined {
  const enabled = people.some(({ decision }) => decision.kind === "changeRole");
  const { data } = useOperation("role.listFormer", { organizationId: people[0]?.organizationId ?? "" }, { enabled });
  return (role) => data?.items.find(({ key }) => key === role)?.name;
}

type Answering = Required<Pick<FlaggedProps, "answers" | "onChange">>;

const answersFor = ({ flag, decision, own, tried, present }: FlaggedPerson): readonly AgainAnswer[] =>
  answersTo({ flag, decision, own, tried, present });

function Choice({ person, answers, onChange }: Answering & { readonly person: FlaggedPerson }) {
  const { t } = useTranslation("reviews");
  const possible = answersFor(person);
  if (possible.length === 0) return null;
  const choose = (value: string) => {
    const answer = possible.find((each) => each === value);
    if (answer) onChange(new Map(answers).set(person.memberId, answer));
  };
  return (
    <SegmentedControl
      className={classes["choice"] ?? ""}
      size="xs"
      aria-label={person.name}
      value={answers.get(person.memberId) ?? ""}
      onChange={choose}
      data={possible.map((value) => ({ value, label: t(`again.${value}`) }))}
    />
  );
}

/** One answer for everybody about whom it makes sense. */
function ForAll({ people, answers, onChange }: Answering & { readonly people: readonly FlaggedPerson[] }) {
  const { t } = useTranslation("reviews");
  if (people.length < 2) return null;
  const give = (answer: AgainAnswer) =>
    onChange(
      new Map([
        ...answers,
        ...people
          .filter((person) => answersFor(person).includes(answer))
          .map(({ memberId }) => [memberId, answer] as const),
      ]),
    );
  return (
    <div className={classes["saves"]}>
      <Button variant="default" size="compact-sm" onClick={() => give("keep")}>
        {t("again.keepAll")}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => give("withdraw")}>
        {t("again.withdrawAll")}
      </Button>
    </div>
  );
}

/** Only the names of roles are asked for. */
const unseen = {
  joinedAt: "",
  lastSeenAt: null,
  twoFactor: false,
  workspaces: { scope: "none", count: null },
} as const;
