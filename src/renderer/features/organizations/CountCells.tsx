import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { Line } from "./lines.ts";
import classes from "./Organizations.module.css";

/** A count, or that the person's role there does not see it. */
export function Count({ line, count }: { line: Line; count: number | null }) {
  const format = useFormat();
  return count === null ? <Unseen line={line} /> : format.number(count);
}

/** How many are members, and of how many seats where those are limited. */
export function Members({ line }: { line: Line }) {
  const { t } = useTranslation("organizations");
  const { members, seats } = line;
  if (seats === null || seats.limit === null || seats.free === null) return <Count line={line} count={members} />;
  const { used, limit, free } = seats;
  const told = t("all.seatsFree", { count: free });
  return (
    <span className={classes["seats"]} data-full={free === 0 || undefined} data-tip={told}>
      {t("all.seatsOf", { used, limit })}
      <VisuallyHidden>, {told}</VisuallyHidden>
    </span>
  );
}

function Unseen({ line: { role } }: { line: Line }) {
  const { t } = useTranslation("organizations");
  if (role === null) return <span className={classes["quiet"]}>–</span>;
  const why = t("all.unseen", { role: role.name });
  return (
    <span className={classes["quiet"]} data-tip={why}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{why}</VisuallyHidden>
    </span>
  );
}
