import { Textarea } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedRequest, RoleRequest } from "#contract/entities/approval.ts";
import type { Fault } from "#contract/fault.ts";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { AnswerPreview } from "./AnswerPreview.tsx";
import { wordsOf } from "./words.ts";

interface AnswerProps {
  readonly request: ReceivedRequest;
  /** Nobody can answer it any more. */
  readonly over: boolean;
  readonly onClose: () => void;
}

const requestOver: Fault = { kind: "conflict", code: "requestOver" };

/** Says what became of the request: it may have been closed before the answer reached it. */
function useAnswered(request: ReceivedRequest, onClose: () => void) {
  const { t } = useTranslation("approvals");
  return ({ status }: RoleRequest) => {
    const known = status === "approved" || status === "declined" || status === "expired" ? status : "overtaken";
    toastDone({ message: t(`row.${known}`, wordsOf(request)) });
    onClose();
  };
}

/** Giving the role, after a look at what it means. */
export function ApproveDialog({ request, over, onClose }: AnswerProps) {
  const { t } = useTranslation("approvals");
  const answered = useAnswered(request, onClose);
  const { organizationId, id: approvalId } = request;
  const { previewed, decision } = usePreviewedCommand(organizationId, "approval.approve", { approvalId }, answered);
  const words = wordsOf(request);
  const ended = over && !decision.pending;
  return (
    <DecisionDialog
      opened
      title={t("row.approveTitle", words)}
      confirmLabel={t("row.approve")}
      {...decision}
      ready={decision.ready && !over}
      fault={ended ? requestOver : decision.fault}
      onClose={onClose}
    >
      {ended ? null : (
        <AnswerPreview
          organizationId={organizationId}
          previewed={previewed}
          also={[{ id: "who", icon: <IconUserCheck />, text: t("row.asks", words) }]}
        />
      )}
    </DecisionDialog>
  );
}

/** Declining, with a reason for the person who asked. */
export function DeclineDialog({ request, over, onClose }: AnswerProps) {
  const { t } = useTranslation("approvals");
  const { t: common } = useTranslation();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const answered = useAnswered(request, onClose);
  const decline = useCommand("approval.decline", { onDone: answered, onFault: setFault });
  const words = wordsOf(request);
  const given = { organizationId: request.organizationId, approvalId: request.id, reason: reason.trim() };
  return (
    <DecisionDialog
      opened
      title={t("row.declineTitle", words)}
      confirmation={
        <Textarea
          data-autofocus
          label={t("row.declineReason")}
          description={`${common("field.optional")}. ${t("row.declineHint", words)}`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      }
      confirmLabel={t("row.decline")}
      pending={decline.pending}
      ready={!over}
      fault={over && !decline.pending ? requestOver : fault}
      onConfirm={() => void decline.run(given)}
      onClose={onClose}
    />
  );
}
