import { IconFolderMinus, IconFolderPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ChangeEffects } from "#contract/entities/change.ts";
import { inSentence } from "#renderer/i18n/inSentence.ts";
import classes from "./Preview.module.css";

type Move = ChangeEffects["workspaces"][number];
type Status = Move["from"];

interface WorkspaceMoveProps {
  readonly move: Move;
  readonly people: ChangeEffects["people"];
  readonly total: number;
  /** So many people are named. */
  readonly most: number;
}

/** What becomes of a workspace, and who can use it then or no longer. */
export function WorkspaceMove({ move, people, total, most }: WorkspaceMoveProps) {
  const { t } = useTranslation("preview");
  const { name, from, to } = move;
  const kind = opennessOf(to) > opennessOf(from) ? "gains" : "loses";
  const who = total <= most && people.length === total ? people.map((person) => inSentence(person.name)) : null;
  return (
    <li className={classes["effect"]}>
      <strong>
        {from === null
          ? t("workspaceNew")
          : t("workspaceMoves", {
              name,
              from: t(`workspaceStatus.${from}`),
              to: t(`workspaceStatus.${to ?? "deleted"}`),
            })}
      </strong>
      {total === 0 ? (
        <p className={classes["nothing"]}>{t("workspacePeople.nobody")}</p>
      ) : (
        <p className={classes["line"]} data-kind={kind}>
          {kind === "gains" ? <IconFolderPlus size={16} /> : <IconFolderMinus size={16} />}
          <span>
            {t(`workspacePeople.${kind}.${(kind === "gains" ? to : from) === "active" ? "use" : "sight"}`, {
              count: total,
              people: who ? new Intl.ListFormat("en").format(who) : t("people", { count: total }),
            })}
          </span>
        </p>
      )}
    </li>
  );
}

/** How much can be done in a workspace as it stands. */
const opennessOf = (status: Status): number => (status === null ? 0 : { archived: 1, suspended: 2, active: 3 }[status]);
