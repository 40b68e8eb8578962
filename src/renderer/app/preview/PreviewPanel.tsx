import { Skeleton } from "@mantine/core";
import { IconFolderMinus, IconFolderPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PersonChange } from "#contract/entities/change.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { ImpactList, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { useNow } from "#renderer/ui/useNow.ts";
import { Effect } from "./Effect.tsx";
import { sideEffects, type Comparison } from "./lines.tsx";
import { PeopleList } from "./PeopleList.tsx";
import classes from "./Preview.module.css";
import { personTitle } from "./titles.ts";
import { Transitions } from "./Transitions.tsx";
import type { Told } from "./usePreview.ts";
import { WorkspaceMove } from "./WorkspaceMove.tsx";

interface PreviewPanelProps {
  readonly organization: Organization;
  readonly previewed: Told;
  /** What the decision means besides, in the same list as what the server says. */
  readonly also?: readonly Impact[];
  /** What stands there where nobody gains or loses anything now. */
  readonly nothing?: string;
  /** The rules afterwards, where the decision changes what roles there are. */
  readonly next?: Policy;
}

const none: readonly Impact[] = [];

/** What a decision does, as the server worked it out: people, workspaces, seats, desktops and who stays in charge. */
export function PreviewPanel({ organization, previewed, also = none, nothing, next }: PreviewPanelProps) {
  const { t } = useTranslation("preview");
  const { t: common } = useTranslation();
  const { preview, fault, moved } = previewed;
  if (fault !== null) {
    return (
      <section className={classes["panel"]} aria-label={t("title")}>
        <p role="alert" className={classes["refused"]}>
          {t("unavailable")} {faultText(common, fault)}
        </p>
        <ImpactList impact={also} />
      </section>
    );
  }
  if (preview === undefined) return <Waiting label={t("loading")} also={also} />;
  const { verdict } = preview;
  return (
    <section className={classes["panel"]} aria-label={t("title")} aria-live="polite">
      {moved && verdict.allowed ? <p className={classes["moved"]}>{t("moved")}</p> : null}
      {verdict.allowed ? (
        <Effects organization={organization} preview={preview} also={also} nothing={nothing} next={next} />
      ) : (
        <p className={classes["refused"]}>
          {t("refused")} {faultText(common, verdict.fault)}
        </p>
      )}
    </section>
  );
}

/** A skeleton of the usual size: two lines about a person, and what is known to be touched already. */
function Waiting({ label, also }: { readonly label: string; readonly also: readonly Impact[] }) {
  return (
    <div className={classes["panel"]}>
      <output className={classes["waiting"]} aria-busy="true" aria-label={label}>
        <Skeleton h={16} w="55%" />
        <Skeleton h={16} w="80%" />
      </output>
      <ImpactList impact={also} />
    </div>
  );
}

/** So many people are told one by one; more are told once for those who change alike. */
const few = 3;

interface EffectsProps {
  readonly organization: Organization;
  readonly preview: Comparison;
  readonly also: readonly Impact[];
  readonly nothing: string | undefined;
  readonly next: Policy | undefined;
}

function Effects({ organization, preview, also, nothing, next }: EffectsProps) {
  const { t } = useTranslation("preview");
  const { people, peopleTotal, workspaces } = preview;
  const policy = policyFor(organization);
  const nameOf = (role: string) => nameOfRole(next && !policy.roles.has(role) ? next : policy, role);
  const impact = sideEffects(t, preview, { organization, policy, next: next ?? policy, now: useNow() });
  const moves = workspaces.filter(({ from, to }) => from !== to);
  const isFew = peopleTotal <= few && people.length === peopleTotal;
  const tellsNothing = peopleTotal + moves.length + impact.length === 0;
  return (
    <>
      {moves.length > 0 ? (
        <ul className={classes["effects"]}>
          {moves.map((move) => (
            <WorkspaceMove key={move.id} move={move} people={people} total={peopleTotal} most={few} />
          ))}
        </ul>
      ) : null}
      {moves.length === 0 && isFew ? <Persons organization={organization} people={people} nameOf={nameOf} /> : null}
      {moves.length === 0 && !isFew ? (
        <Transitions organization={organization} transitions={preview.transitions} nameOf={nameOf} />
      ) : null}
      {isFew ? null : <PeopleList organization={organization} people={people} total={peopleTotal} nameOf={nameOf} />}
      {tellsNothing ? <p className={classes["nothing"]}>{nothing ?? t("nothing")}</p> : null}
      <ImpactList impact={[...impact, ...also]} />
    </>
  );
}

interface PersonsProps {
  readonly organization: Organization;
  readonly people: readonly PersonChange[];
  readonly nameOf: (role: string) => string;
}

/** A few people, each with what they gain and lose. */
function Persons({ organization, people, nameOf }: PersonsProps) {
  const { t } = useTranslation("preview");
  if (people.length === 0) return null;
  return (
    <ul className={classes["effects"]}>
      {people.map((person) => (
        <Effect
          key={person.memberId}
          organization={organization}
          title={personTitle(t, nameOf, person)}
          gained={person.gained}
          lost={person.after?.status === "active" ? person.lost : []}
        >
          <Workspaces organization={organization} person={person} />
        </Effect>
      ))}
    </ul>
  );
}

/** So many workspaces are named; the rest are counted. */
const named = 3;

function Workspaces({ organization, person }: { readonly organization: Organization; readonly person: PersonChange }) {
  const { t } = useTranslation("preview");
  const nouns = nounsOfPolicy(policyFor(organization));
  const words = (workspaces: PersonChange["workspacesGained"], total: number) => {
    const names = workspaces.slice(0, named).map(({ name }) => name);
    const more = total - names.length;
    return new Intl.ListFormat("en").format(more > 0 ? [...names, t("more", { count: more })] : names);
  };
  const { workspacesGained, workspacesGainedTotal: gained, workspacesLost, workspacesLostTotal: lost } = person;
  return (
    <>
      {gained > 0 ? (
        <p className={classes["line"]} data-kind="gains">
          <IconFolderPlus size={16} />
          <span>{t("workspacesGained", { ...nouns, count: gained, names: words(workspacesGained, gained) })}</span>
        </p>
      ) : null}
      {lost > 0 ? (
        <p className={classes["line"]} data-kind="loses">
          <IconFolderMinus size={16} />
          <span>{t("workspacesLost", { ...nouns, count: lost, names: words(workspacesLost, lost) })}</span>
        </p>
      ) : null}
    </>
  );
}
