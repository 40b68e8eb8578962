import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfflineData } from "#contract/entities/offline.ts";
import { leftFree } from "#contract/leftFree.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import classes from "./Stored.module.css";

interface HinderedProps {
  readonly hindered: OfflineData["hindered"];
  readonly onTried: () => void;
}

/** Names shown per reason before the rest is counted. */
const namesAtMost = 3;

/** What could not be brought up to date, why, and that it is tried again. */
export function Hindered({ hindered, onTried }: HinderedProps) {
  const { t } = useTranslation("offline");
  const format = useFormat();
  const { organizations } = useOrganizations();
  const tryAgain = useCommand("offline.tryAgain", { onDone: onTried });
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const button = (
    <Button size="compact-xs" variant="default" loading={tryAgain.pending} onClick={() => void tryAgain.run({})}>
      {t("settings.hindered.button")}
    </Button>
  );
  return (
    <StatusLine inset tone="warning" action={button}>
      {t("settings.hindered.title", { count: hindered.length })}
      <ul className={classes["hindered"]}>
        {[...Map.groupBy(hindered, ({ why }) => why)].map(([why, of]) => (
          <li key={why}>
            <span dir="auto">
              {of
                .slice(0, namesAtMost)
                .map(({ id }) => names.get(id) ?? id)
                .join(", ")}
            </span>
            {of.length > namesAtMost ? ` ${t("settings.hindered.more", { count: of.length - namesAtMost })}` : ""}
            {": "}
            {t(`settings.hindered.why.${why}`, { size: format.size(leftFree) })}
          </li>
        ))}
      </ul>
      {t("settings.hindered.text")}
    </StatusLine>
  );
}
