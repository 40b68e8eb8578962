import { Button } from "@mantine/core";
import { IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { saveFile } from "#renderer/app/files/saveFile.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import classes from "./Import.module.css";
import { errorsFile, type LeftOut } from "./report.ts";

interface ImportResultProps {
  readonly organization: Organization;
  readonly invited: number;
  readonly left: readonly LeftOut[];
  readonly onClose: () => void;
}

/** The file has them all. */
const shownAtMost = 50;

/** How many were invited, who was left out and why. */
export function ImportResult({ organization, invited, left, onClose }: ImportResultProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const nouns = nounsOf(organization);
  const words = (why: LeftOut["why"]) => t(`import.why.${why}`, { ...nouns });
  const save = () => saveFile("not-invited.csv", errorsFile(left, words));
  return (
    <div className={classes["form"]}>
      <output className={classes["summary"]}>
        {t("import.done", { count: invited })} {left.length === 0 ? null : t("import.leftOut", { count: left.length })}
      </output>
      {left.length === 0 ? null : (
        <ul data-scrolls className={classes["left"]}>
          {left.slice(0, shownAtMost).map((each) => (
            <li key={each.line}>
              <IconMinus size={16} aria-hidden="true" />
              <span className={classes["quiet"]}>{t("invite.line", { line: each.line })}</span>
              <bdi className={classes["entry"]}>{each.email}</bdi>
              <span>{words(each.why)}</span>
            </li>
          ))}
        </ul>
      )}
      {left.length > shownAtMost ? (
        <p className={classes["quiet"]}>{t("import.moreLeftOut", { left: left.length - shownAtMost })}</p>
      ) : null}
      <DialogFooter>
        {left.length === 0 ? null : (
          <Button variant="default" onClick={save}>
            {t("import.saveErrors")}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {common("action.close")}
        </Button>
      </DialogFooter>
    </div>
  );
}
