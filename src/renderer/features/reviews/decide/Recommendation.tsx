import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { ReviewRecommendation } from "#contract/entities/review.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { Badge, type Tone } from "#renderer/ui/Badge.tsx";
import classes from "./Recommendation.module.css";
import type { Rules } from "./useRules.ts";

type ReviewReason = ReviewRecommendation["reasons"][number];

const tones: Readonly<Record<ReviewRecommendation["suggestion"]["kind"], Tone>> = {
  keep: "green",
  look: "amber",
  changeRole: "amber",
  deactivate: "amber",
  remove: "red",
};

/** What is recommended about somebody, and every reason for it. */
export function Recommendation({ person, rules }: { person: DeskReviewPerson; rules: Rules }) {
  const { t } = useTranslation("reviews");
  const { suggestion, reasons } = person.recommendation;
  const words =
    suggestion.kind === "changeRole"
      ? t("suggestion.changeRole", { role: rules.roleName(suggestion.to) })
      : t(`suggestion.${suggestion.kind}`);
  return (
    <section className={classes["recommendation"]} data-kind={suggestion.kind} aria-label={t("recommended")}>
      <h3 className={classes["recommended"]}>
        {t("recommended")} <Badge tone={tones[suggestion.kind]}>{words}</Badge>
      </h3>
      <ul className={classes["reasons"]}>
        {reasons.map((reason) => (
          <ReasonLine key={reason.code} reason={reason} rules={rules} />
        ))}
        {reasons.length === 0 ? (
          <li>
            <IconCircleCheck size={15} aria-hidden="true" /> {t("reason.none")}
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function ReasonLine({ reason, rules }: { reason: ReviewReason; rules: Rules }) {
  const { t } = useTranslation("reviews");
  const quiet = reason.code === "noTwoFactor" && !reason.administers;
  const Icon = quiet ? IconInfoCircle : IconAlertTriangle;
  return (
    <li data-quiet={quiet || undefined}>
      <Icon size={15} aria-hidden="true" />
      <div>
        {reasonText(t, reason, rules)}
        {reason.code === "moreThanNeeded" ? <Lost reason={reason} rules={rules} /> : null}
      </div>
    </li>
  );
}

function reasonText(t: ReturnType<typeof useTranslation<"reviews">>["t"], reason: ReviewReason, rules: Rules): string {
  switch (reason.code) {
    case "inactive":
    case "neverSignedIn":
      return t(`reason.${reason.code}`, { count: reason.days });
    case "moreThanNeeded":
      return t("reason.moreThanNeeded", { count: reason.days, role: rules.roleName(reason.role) });
    case "noTwoFactor":
      return reason.administers ? t("reason.noTwoFactorAdmin") : t("reason.noTwoFactor");
  }
  return reason satisfies never;
}

/** The permissions that the lesser role would take away. */
function Lost({ reason, rules }: { reason: Extract<ReviewReason, { code: "moreThanNeeded" }>; rules: Rules }) {
  const { t } = useTranslation("reviews");
  const { t: frame } = useTranslation("frame");
  const { policy } = rules;
  if (policy === undefined) return null;
  const acts = (permissions: typeof reason.unused) =>
    permissions.map((permission) => frame(`permission.${permission}`, nounsOfPolicy(policy))).join(", ");
  return (
    <>
      <p className={classes["lost"]}>{t("unused", { acts: acts(reason.unused) })}</p>
      {reason.unrecorded.length > 0 ? (
        <p className={classes["lost"]}>{t("unrecorded", { acts: acts(reason.unrecorded) })}</p>
      ) : null}
    </>
  );
}
