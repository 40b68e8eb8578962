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

/** The signed evidence of a finished part, in a box of its own. */
export function Evidence({ part }: EvidenceProps) {
  const { t } = useTranslation("reviews");
  return (
    <div className={classes["evidenceBox"]}>
      <h3>{t("settle.evidence")}</h3>
      <EvidenceBody part={part} />
    </div>
  );
}

/** What was signed and by which key, the ways to keep it, and how anybody checks it. */
export function EvidenceBody({ part }: EvidenceProps) {
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
  // The key that this desktop knows the server by.
  const { data: witnessed } = useOperation("witness.status", { organizationId });
  const key = witnessed?.signedBy ?? null;
  return (
    <div className={classes["evidence"]}>
      {finishedAt === null ? null : (
        <p className={classes["text"]}>{t("settle.signedBy", { when: format.exact(finishedAt) })}</p>
      )}
      {evidenceDigest === null ? null : <Fingerprint label={t("settle.fingerprint")} value={evidenceDigest} />}
      {key === null ? null : <Fingerprint label={t("settle.signingKey")} value={key} />}
      <div className={classes["saves"]}>
        {formats.map(([kind, Icon]) => (
          <Reason key={kind} because={online ? null : t("settle.saveOffline")}>
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
      <p className={classes["text"]}>
        {t("settle.verify")} <code className={classes["code"]}>{checkWith(key ?? t("settle.keyName"))}</code>
      </p>
    </div>
  );
}

/** Not a word of any language. */
const checkWith = (key: string): string => `npm run verify-review FILE -- --key ${key}`;
