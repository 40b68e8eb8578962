import { SegmentedControl, VisuallyHidden } from "@mantine/core";
import {
  IconCheck,
  IconCircleDashed,
  IconMessage,
  IconPlayerPause,
  IconSwitchHorizontal,
  IconUserMinus,
} from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { ReviewDecision } from "#contract/entities/review.ts";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { SearchField } from "#renderer/ui/form/SearchField.tsx";
import { useVirtualRows } from "#renderer/ui/table/useVirtualRows.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { DecidedShare } from "../list/DecidedShare.tsx";
import classes from "./PeopleList.module.css";
import type { useCursor } from "./useCursor.ts";

interface PeopleListProps {
  readonly cursor: ReturnType<typeof useCursor>;
  readonly decided: number;
  readonly total: number;
  readonly textOf: (person: DeskReviewPerson) => string;
}

const rowHeight = 44;
const inRange = ({
  startIndex,
  endIndex,
  overscan,
  count,
}: Record<"startIndex" | "endIndex" | "overscan" | "count", number>) => {
  const from = Math.max(0, startIndex - overscan);
  return Array.from({ length: Math.min(count - 1, endIndex + overscan) - from + 1 }, (_, index) => from + index);
};

/** Everybody in the review, with what is decided; the one looked at is marked and in sight. */
export function PeopleList({ cursor, decided, total, textOf }: PeopleListProps) {
  const { t } = useTranslation("reviews");
  const { visible, current, shown, search } = cursor;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows({
    count: visible.length,
    scroller,
    rowHeight,
    headerHeight: 0,
    rangeExtractor: inRange,
  });
  const at = visible.findIndex(({ memberId }) => memberId === current?.memberId);
  useEffect(() => {
    if (at < 0) return;
    rows.scrollToIndex(at, { align: "auto" });
    // Enter on the row of somebody else would lead back to them.
    const list = scroller.current;
    if (list?.contains(document.activeElement)) list.querySelector<HTMLElement>("[aria-current]")?.focus();
  }, [at, rows]);
  return (
    <section className={classes["side"]} aria-label={t("decide.list")}>
      <div className={classes["sideHead"]}>
        <DecidedShare decided={decided} total={total} />
        <SegmentedControl
          size="xs"
          fullWidth
          value={shown}
          onChange={(value) => cursor.setShown(value === "undecided" ? "undecided" : "everybody")}
          data={[
            { value: "everybody", label: t("decide.everybody") },
            { value: "undecided", label: t("decide.undecided") },
          ]}
        />
        <SearchField width={304} label={t("decide.find")} value={search} onChange={cursor.setSearch} />
      </div>
      <div ref={scroller} className={classes["scroller"]}>
        {visible.length === 0 ? <p className={classes["nobody"]}>{t("decide.noMatch")}</p> : null}
        <ul className={classes["rows"]} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const person = visible[index];
            if (person === undefined) return null;
            return (
              <li key={person.memberId} style={{ transform: `translateY(${start}px)` }}>
                <button
                  type="button"
                  tabIndex={person === current ? 0 : -1}
                  className={classes["row"]}
                  aria-current={person === current || undefined}
                  onClick={() => cursor.moveTo(person.memberId)}
                >
                  <PersonAvatar id={person.accountId} name={person.name} size={24} />
                  <span className={classes["rowTexts"]}>
                    <Truncate>{person.name}</Truncate>
                    <Truncate className={classes["rowDetail"]}>{textOf(person)}</Truncate>
                  </span>
                  {person.mark.comment ? <IconMessage size={14} aria-hidden="true" /> : null}
                  <MarkIcon decision={person.mark.decision} />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

const icons = {
  keep: IconCheck,
  changeRole: IconSwitchHorizontal,
  deactivate: IconPlayerPause,
  remove: IconUserMinus,
} as const;

/** What is decided stands beside the name in words as well. */
function MarkIcon({ decision }: { decision: ReviewDecision | null }) {
  const { t } = useTranslation("reviews");
  if (decision === null) {
    return (
      <span className={classes["markIcon"]}>
        <IconCircleDashed size={16} aria-hidden="true" />
        <VisuallyHidden>{t("mark.none")}</VisuallyHidden>
      </span>
    );
  }
  const Icon = icons[decision.kind];
  return (
    <span className={classes["markIcon"]} data-kind={decision.kind} aria-hidden="true">
      <Icon size={16} />
    </span>
  );
}
