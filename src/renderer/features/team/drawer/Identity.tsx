import { useTranslation } from "react-i18next";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import classes from "./TeamDrawer.module.css";

interface IdentityProps {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isYou?: boolean;
}

/** Who a drawer is about. The whole name shows, however long. */
export function Identity({ id, name, email, isYou = false }: IdentityProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  return (
    <>
      <PersonAvatar id={id} name={name} size={40} />
      <div className={classes["identity"]}>
        <div className={classes["name"]}>
          <bdi>{name}</bdi>
          {isYou ? <span className={classes["you"]}>{common("you")}</span> : null}
        </div>
        {email === name ? null : (
          <div className={classes["email"]}>
            <bdi>{email}</bdi>
            <CopyButton value={email} label={t("act.copyAddress")} />
          </div>
        )}
      </div>
    </>
  );
}
