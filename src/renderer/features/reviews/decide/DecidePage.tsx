import { Button } from "@mantine/core";
import { IconListCheck, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DeskReview, DeskReviewPerson } from "#contract/entities/deskReview.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { decidedIn, peopleIn } from "#renderer/app/reviews/stage.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { useFocusInside } from "#renderer/ui/keyboard/useFocusInside.ts";
import { AbandonDialog } from "../AbandonDialog.tsx";
import { useReviewTitle } from "#renderer/app/reviews/useReviewTitle.ts";
import { AcceptAllDialog } from "./AcceptAllDialog.tsx";
import classes from "./DecidePage.module.css";
import { PeopleList } from "./PeopleList.tsx";
import { PersonPanel } from "./PersonPanel.tsx";
import { RefusedLines } from "./RefusedLines.tsx";
import { rolesOf } from "./RolePicker.tsx";
import { SeenAsOf } from "./SeenAsOf.tsx";
import { SendDialog } from "./SendDialog.tsx";
import { useCursor } from "./useCursor.ts";
import { useDecisions } from "./useDecisions.ts";
import { useMarkText } from "./useMarkText.ts";
import { usePeople } from "./usePeople.ts";
import { useReviewKeys } from "./useReviewKeys.ts";
import { useRules } from "./useRules.ts";

const partOf = (review: DeskReview, { organizationId }: DeskReviewPerson) =>
  review.parts.find((part) => part.organizationId === organizationId);

/** Deciding, one person after the other, with or without a connection. */
export function DecidePage({ review }: { review: DeskReview }) {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const online = useOnline();
  const title = useReviewTitle();
  const [asking, setAsking] = useState<"send" | "acceptAll" | "abandon" | null>(null);
  const { people, fault, isPending, refetch, take } = usePeople(review.id);
  const rulesOf = useRules();
  const markText = useMarkText();
  const cursor = useCursor(people);
  const { current, step, moveTo } = cursor;
  const decisions = useDecisions({ review, take, current, rulesOf, step, moveTo });
  const comment = useRef<HTMLTextAreaElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const focusOnCurrent = () => desk.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
  // A decision leads to the next person, and its button goes with the panel.
  const { handlers } = useFocusInside(focusOnCurrent);
  useReviewKeys({
    keep: () => decisions.choose({ kind: "keep" }),
    changeRole: decisions.beginRole,
    deactivate: () => decisions.choose({ kind: "deactivate" }),
    remove: () => decisions.choose({ kind: "remove" }),
    accept: decisions.accept,
    comment: () => comment.current?.focus(),
    clear: () => decisions.choose(null),
    undo: decisions.undo,
    next: () => step(1),
    previous: () => step(-1),
    filter: () => cursor.setShown(cursor.shown === "everybody" ? "undecided" : "everybody"),
    send: () => setAsking("send"),
    acceptAll: () => setAsking("acceptAll"),
    pick: (number) => {
      const option = decisions.choosing && current ? rolesOf(rulesOf(current))[number - 1] : undefined;
      if (option) decisions.choose(option.decision);
      return option !== undefined;
    },
    back: () => {
      if (decisions.choosing) decisions.endRole();
      return decisions.choosing;
    },
  });
  const many = review.parts.length > 1;
  const textOf = (person: DeskReviewPerson) => {
    const place = many ? partOf(review, person)?.organizationName : undefined;
    const { decision } = person.mark;
    // The end may be cut off, and the place stands beside the person too. That nothing is decided shows beside the text.
    const mark = decision === null ? undefined : markText(decision, rulesOf(person).roleName);
    return [person.roleName, mark, place].filter((part) => part !== undefined).join(" · ");
  };
  const [decided, total] = [decidedIn(review), peopleIn(review)];
  const seen = current === null ? review.parts[0] : partOf(review, current);
  const close = () => setAsking(null);
  return (
    <Page
      title={title(review)}
      count={t("people", { count: total })}
      description={seen ? <SeenAsOf part={seen} /> : undefined}
      secondary={[
        {
          id: "acceptAll",
          label: t("decide.acceptAll"),
          icon: <IconListCheck size={16} />,
          onSelect: () => setAsking("acceptAll"),
        },
        {
          id: "abandon",
          label: t("decide.abandon"),
          icon: <IconTrash size={16} />,
          tone: "danger",
          separated: true,
          onSelect: () => setAsking("abandon"),
        },
      ]}
      primary={
        <Button onClick={() => setAsking("send")}>{online ? t("decide.finish") : t("decide.finishOffline")}</Button>
      }
    >
      <RefusedLines review={review} />
      {fault ? <ErrorState fault={fault} onRetry={refetch} /> : null}
      {isPending ? <Loading page="content" lines={8} /> : null}
      {current === null && !fault && !isPending && cursor.search === "" ? null : (
        <div ref={desk} className={classes["desk"]} {...handlers}>
          <PeopleList cursor={cursor} decided={decided} total={total} textOf={textOf} />
          {current ? (
            <PersonPanel
              key={current.memberId}
              review={review}
              person={current}
              rules={rulesOf(current)}
              decisions={decisions}
              comment={comment}
              onLeaveComment={focusOnCurrent}
            />
          ) : null}
        </div>
      )}
      {asking === "send" ? <SendDialog review={review} onClose={close} /> : null}
      {asking === "acceptAll" ? (
        <AcceptAllDialog people={people} rulesOf={rulesOf} decisions={decisions} onClose={close} />
      ) : null}
      {asking === "abandon" ? (
        <AbandonDialog review={review} over={false} onClose={close} onDone={() => void navigate(paths.reviews)} />
      ) : null}
    </Page>
  );
}
