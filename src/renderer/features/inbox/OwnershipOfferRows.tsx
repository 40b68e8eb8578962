import { Button } from "@mantine/core";
import { IconCrown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { OwnershipOffer } from "#contract/entities/ownership.ts";
import type { Fault } from "#contract/fault.ts";
import { policyOf, roleOf } from "#domain/policy/policy.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { AnswerPreview } from "./AnswerPreview.tsx";
import classes from "./Inbox.module.css";
import { isOver } from "./over.ts";

/** Offers to take over organizations. The dialog outlives its row: an offer that is taken back meanwhile says so. */
export function OwnershipOfferRows({ offers }: { offers: readonly OwnershipOffer[] }) {
  const [asked, setAsked] = useState<OwnershipOffer | null>(null);
  return (
    <>
      {offers.map((offer) => (
        <OwnershipOfferRow key={offer.id} offer={offer} onAccept={() => setAsked(offer)} />
      ))}
      {asked ? <TakeOverDialog offer={asked} over={isOver(asked, offers)} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface OwnershipOfferRowProps {
  readonly offer: OwnershipOffer;
  readonly onAccept: () => void;
}

/** Somebody asks the person to take over an organization. Taking over shows what it means first. */
function OwnershipOfferRow({ offer, onAccept }: OwnershipOfferRowProps) {
  const { t } = useTranslation("ownership");
  const { t: invitations } = useTranslation("invitations");
  const { t: frame } = useTranslation("frame");
  const because = useOnline() ? null : frame("refusal.offline");
  const words = useWords(offer);
  const given = { organizationId: offer.organizationId, transferId: offer.id };
  const decline = useCommand("ownership.declineTransfer", {
    onDone: () => toastDone({ message: t("offer.declined", words) }),
  });
  return (
    <li className={classes["row"]}>
      <NamedOrganizationAvatar id={offer.organizationId} name={offer.organizationName} size={36} />
      <div className={classes["texts"]}>
        <div className={classes["name"]} dir="auto">
          {offer.organizationName}
        </div>
        <div>
          {t("offer.text", words)}. {t(`offer.${offer.formerOwner}`, words)}
        </div>
        <div className={classes["detail"]}>
          {invitations("expires")} <RelativeTime at={offer.expiresAt} />
        </div>
      </div>
      <div className={classes["actions"]}>
        <Reason because={because}>
          <Button variant="default" loading={decline.pending} onClick={() => void decline.run(given)}>
            {t("offer.decline")}
          </Button>
        </Reason>
        <Reason because={because}>
          <Button onClick={onAccept}>{t("offer.accept")}</Button>
        </Reason>
      </div>
    </li>
  );
}

const transferOver: Fault = { kind: "conflict", code: "transferOver" };

interface TakeOverDialogProps {
  readonly offer: OwnershipOffer;
  /** Nobody can accept it any more. */
  readonly over: boolean;
  readonly onClose: () => void;
}

function TakeOverDialog({ offer, over, onClose }: TakeOverDialogProps) {
  const { t } = useTranslation("ownership");
  const navigate = useNavigate();
  const words = useWords(offer);
  const { organizationId, id: transferId } = offer;
  const { previewed, decision } = usePreviewedCommand(
    organizationId,
    "ownership.acceptTransfer",
    { transferId },
    () => {
      toastDone({ message: t("offer.accepted", words) });
      void navigate(paths.organization(organizationId));
    },
  );
  const ended = over && !decision.pending;
  return (
    <DecisionDialog
      opened
      title={t("offer.acceptTitle", words)}
      confirmLabel={t("offer.accept")}
      {...decision}
      ready={decision.ready && !over}
      fault={ended ? transferOver : decision.fault}
      onClose={onClose}
    >
      {ended ? null : (
        <AnswerPreview
          organizationId={organizationId}
          previewed={previewed}
          also={[{ id: "gain", icon: <IconCrown />, text: t("offer.youGain", words), tone: "warning" }]}
        />
      )}
    </DecisionDialog>
  );
}

function useWords({ from, organizationName: organization, preset }: OwnershipOffer) {
  const policy = policyOf(preset);
  const role = roleOf(policy, policy.preset.creatorRole)?.name ?? "";
  return { from: from.name, organization, role };
}
