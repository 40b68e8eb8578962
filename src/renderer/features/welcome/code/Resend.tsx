import { Anchor, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** How long a mail may take before another is worth asking for, in seconds. */
const wait = 30;

/** Another code, once the first had time to arrive. */
export function Resend({ onSend }: { onSend: () => Promise<boolean> }) {
  const { t } = useTranslation("welcome");
  const [left, setLeft] = useState(wait);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLeft(Math.max(0, left - 1)), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const send = async () => {
    setLeft(wait);
    setSent(await onSend());
  };
  return (
    <span>
      {left > 0 ? (
        <Text component="span" size="sm" c="dimmed">
          {t("code.resendIn", { count: left })}
        </Text>
      ) : (
        <Anchor component="button" type="button" size="sm" c="var(--od-accent)" onClick={() => void send()}>
          {t("code.resend")}
        </Anchor>
      )}
      <output>{sent ? <Text size="xs">{t("code.resent")}</Text> : null}</output>
    </span>
  );
}
