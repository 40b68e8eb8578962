import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LocalMail } from "#contract/desktop.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./LocalMailPanel.module.css";

interface LocalMailPanelProps {
  readonly email: string;
  readonly onCode: (code: string) => void;
}

/** How often new mail is looked for while the panel is open, in milliseconds. */
const everySecond = 1000;
const most = 3;

/** A server on this computer sends no mail: it is read here. Absent for a server elsewhere. */
export function LocalMailPanel({ email, onCode }: LocalMailPanelProps) {
  const { t } = useTranslation("welcome");
  const local = useDesktop((state) => state.server?.kind !== "remote");
  const [opened, { toggle }] = useDisclosure();
  if (!local) return null;
  return (
    <section className={classes["panel"]} aria-label={t("mail.title")}>
      <Button variant="default" fullWidth aria-expanded={opened} leftSection={<IconMail size={16} />} onClick={toggle}>
        {opened ? t("mail.close") : t("mail.open")}
      </Button>
      {opened ? <Mails email={email} onCode={onCode} /> : null}
    </section>
  );
}

function Mails({ email, onCode }: LocalMailPanelProps) {
  const { t } = useTranslation("welcome");
  const { data } = useOperation("localMail.list", {}, { every: everySecond });
  const own = data?.items.filter((mail) => mail.to.toLowerCase().includes(email.trim().toLowerCase())) ?? [];
  if (own.length === 0) return <p className={classes["why"]}>{t("mail.empty", { email })}</p>;
  return (
    <ul className={classes["mails"]} aria-live="polite">
      {own.slice(0, most).map((mail) => (
        <Mail key={`${mail.at} ${mail.subject}`} mail={mail} onCode={onCode} />
      ))}
    </ul>
  );
}

function Mail({ mail, onCode }: { mail: LocalMail; onCode: (code: string) => void }) {
  const { t } = useTranslation("welcome");
  const code = /\b\d{6}\b/.exec(mail.text)?.[0];
  return (
    <li className={classes["mail"]}>
      <div className={classes["head"]}>
        <span>
          <strong>{mail.subject}</strong>
          <span className={classes["time"]}>
            <RelativeTime at={mail.at} />
          </span>
        </span>
        {code ? (
          <Button size="xs" variant="default" onClick={() => onCode(code)}>
            {t("mail.use", { code })}
          </Button>
        ) : null}
      </div>
      <p className={classes["text"]}>{mail.text.replaceAll(/\n{2,}/g, "\n")}</p>
    </li>
  );
}
