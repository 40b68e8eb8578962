import { Button } from "@mantine/core";
import { IconBraces, IconFileTypePdf } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DeskReviewPart } from "#contract/entities/deskReview.ts";
import { saveFrom } from "#renderer/app/files/saveFile.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktop, useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Fingerprint } from "#renderer/ui/Fingerprint.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "./Settle.module.css";

interface EvidenceProps {
  readonly part: Pick<DeskReviewPart, "organizationId" | "reviewId" | "finishedAt" | "evidenceDigest">;
}

const formats = [
  ["pdf", IconFileTypePdf],
  ["json", IconBraces],
] as const;

/** The signed evidence of a finished part: its fingerprint, and the ways to keep it. */
export function Evidence({ part }: EvidenceProps) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const online = useOnline();
  const shell = useDesktop((state) => state.shell);
  const save = useCommand("reviews.saveEvidence", {
    onDone: ({ file }) => {
      if (shell === "browser") saveFrom(file);
      toastDone({ message: shell === "browser" ? t("settle.saved") : t("settle.savedAt", { file }) });
    },
  });
  const { organizationId, reviewId, finishedAt, evidenceDigest } = part;
  return (
    <div className={classes["evidence"]}>
      <h3>{t("settle.evidence")}</h3>
      {finishedAt === null ? null : (
        <p className={classes["text"]}>{t("settle.signedBy", { when: format.exact(finishedAt) })}</p>
      )}
      {evidenceDigest === null ? null : <Fingerprint label={t("settle.fingerprint")} value={evidenceDigest} />}
      <div className={classes["saves"]}>
        {formats.map(([kind, Icon]) => (
          <Reason key={kind} because={online ? null : t("settle.needsOnline")}>
            <Button
              variant="default"
              leftSection={<Icon size={16} />}
              disabled={save.pending}
              onClick={() => void save.run({ reviewId, organizationId, format: kind })}
            >
              {t(`settle.${kind}`)}
            </Button>
          </Reason>
        ))}
      </div>
      <SigningKeyFor organizationId={organizationId} />
      <p className={classes["text"]}>{t("settle.verify")}</p>
    </div>
  );
}

/** The key that this desktop knows the server by, to compare the evidence with. */
function SigningKeyFor({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation("reviews");
  const { data } = useOperation("witness.status", { organizationId });
  return data?.signedBy ? <Fingerprint label={t("settle.signingKey")} value={data.signedBy} /> : null;
}
