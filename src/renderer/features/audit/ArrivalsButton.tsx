import { Button } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Audit.module.css";

/** Says how many events came in above what is being read; goes there. */
export function ArrivalsButton({ count, onClick }: { count: number; onClick: () => void }) {
  const { t } = useTranslation("audit");
  return (
    <output className={classes["arrivals"]}>
      <Button radius="xl" size="compact-xs" leftSection={<IconArrowUp size={14} />} onClick={onClick}>
        {t("arrived", { count })}
      </Button>
    </output>
  );
}
