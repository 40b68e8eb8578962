import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { parseInvitationList } from "#domain/invitationList.ts";
import classes from "./Invite.module.css";
import { isBad } from "./list.ts";

/** Nobody wants to be told of a mistake in the middle of a word; in milliseconds. */
const rest = 500;
const shownAtMost = 5;

/** What is wrong with a pasted list, line by line. */
export function ListProblems({ text }: { text: string }) {
  const { t } = useTranslation("team");
  const [settled] = useDebouncedValue(text, rest);
  const lines = parseInvitationList(text === "" ? "" : settled);
  const bad = lines.filter(isBad).map((entry, place) => ({ ...entry, id: `${place}-${entry.line}` }));
  return (
    <div className={classes["problems"]} aria-live="polite">
      {bad.length > 0 ? (
        <>
          <p>{t("invite.problems", { count: bad.length })}</p>
          <ul>
            {bad.slice(0, shownAtMost).map(({ id, line, text, problem }) => (
              <li key={id}>
                <span className={classes["line"]}>{t("invite.line", { line })}</span>
                <bdi className={classes["entry"]}>{text}</bdi>
                <span className={classes["problem"]}>{t(`invite.problem.${problem}`)}</span>
              </li>
            ))}
          </ul>
          {bad.length > shownAtMost ? <p>{t("invite.moreProblems", { count: bad.length - shownAtMost })}</p> : null}
        </>
      ) : null}
    </div>
  );
}
