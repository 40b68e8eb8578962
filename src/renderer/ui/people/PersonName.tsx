import { memo } from "react";
import { useTranslation } from "react-i18next";
import { PersonAvatar } from "./PersonAvatar.tsx";
import classes from "./PersonName.module.css";
import { Truncate } from "../Truncate.tsx";

interface PersonNameProps {
  readonly id: string;
  readonly name: string;
  /** A second piece in grey, such as the address. */
  readonly detail?: string;
  readonly isYou?: boolean;
  /** `stacked` puts the detail under the name. */
  readonly layout?: "inline" | "stacked";
  readonly size?: number;
}

/**
 * Avatar, name and, where it helps, the address; a name in another direction keeps to itself. Drawn anew only for another
 * person: half of a row's parts are in it, and who manages many organizations meets the same people in them.
 */
export const PersonName = memo(function PersonName(props: PersonNameProps) {
  const { id, name, detail, isYou = false, layout = "inline", size = 24 } = props;
  return (
    <span className={classes["person"]}>
      <PersonAvatar id={id} name={name} size={size} />
      <span className={classes["texts"]} data-layout={layout}>
        <span className={classes["first"]}>
          <Truncate className={classes["name"]}>{name}</Truncate>
          {isYou ? <You /> : null}
        </span>
        {detail ? <Truncate className={classes["detail"]}>{detail}</Truncate> : null}
      </span>
    </span>
  );
});

function You() {
  const { t } = useTranslation();
  return <span className={classes["you"]}>{t("you")}</span>;
}
