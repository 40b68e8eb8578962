import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { StageBadge } from "../StageBadge.tsx";
import { AppliedPart } from "./AppliedPart.tsx";
import { Evidence } from "./Evidence.tsx";
import classes from "./Settle.module.css";
import { SubmittedPart } from "./SubmittedPart.tsx";
import { WaitingPart } from "./WaitingPart.tsx";

interface PartProps {
  readonly review: DeskReview;
  readonly part: DeskReviewPart;
}

/** The part of one organization, at whatever stage it is. */
export function Part({ review, part }: PartProps) {
  const { organizationId, organizationName, stage } = part;
  return (
    <section className={classes["part"]} aria-label={organizationName}>
      <header className={classes["partHead"]}>
        <NamedOrganizationAvatar id={organizationId} name={organizationName} size={24} />
        <h2>{organizationName}</h2>
        <StageBadge stage={stage} />
      </header>
      <Stage review={review} part={part} />
    </section>
  );
}

function Stage({ review, part }: PartProps) {
  const { t } = useTranslation("reviews");
  switch (part.stage) {
    case "waiting":
      return <WaitingPart review={review} part={part} />;
    case "sending":
      return <p className={classes["text"]}>{t("settle.sending")}</p>;
    case "submitted":
      return <SubmittedPart review={review} part={part} />;
    case "applying":
      return <Applying part={part} />;
    case "applied":
      return <AppliedPart review={review} part={part} />;
    case "finished":
      return (
        <>
          <AppliedPart review={review} part={part} />
          <Evidence part={part} />
        </>
      );
    case "ended":
      return <p className={classes["text"]}>{t("settle.ended")}</p>;
    case "open":
    case "abandoned":
      return null;
  }
  return part.stage satisfies never;
}

function Applying({ part: { counts } }: Pick<PartProps, "part">) {
  const { t } = useTranslation("reviews");
  const all = counts.total - counts.undecided;
  const done = counts.applied + counts.kept + counts.flagged;
  return (
    <div className={classes["applying"]}>
      <Progress.Root size={6}>
        <Progress.Section value={all === 0 ? 0 : (100 * done) / all} aria-label={t("settle.applying")} />
      </Progress.Root>
      <output>{t("decidedOf", { decided: done, total: all })}</output>
    </div>
  );
}
