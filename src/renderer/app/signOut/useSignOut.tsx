import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { UnsentReviews } from "./UnsentReviews.tsx";
import { useUnsent } from "./useUnsent.ts";

type Way = "signOut" | "leave";

/** Signing out, or away from the server. What that would lose is named first; without anything to lose it is done. */
export function useSignOut(): { readonly ask: (way: Way) => void; readonly dialog: ReactNode } {
  const { t } = useTranslation("reviews");
  const unsent = useUnsent();
  const [asking, setAsking] = useState<Way | null>(null);
  const signOut = useCommand("session.signOut");
  const leave = useCommand("server.leave");
  const run = (way: Way) => void (way === "signOut" ? signOut.run({ everywhere: false }) : leave.run({}));
  const dialog =
    asking === null ? null : (
      <DecisionDialog
        opened
        local
        tone="danger"
        title={t("signOut.title")}
        confirmLabel={t("signOut.confirm")}
        pending={signOut.pending || leave.pending}
        onConfirm={() => run(asking)}
        onClose={() => setAsking(null)}
      >
        <UnsentReviews reviews={unsent} />
      </DecisionDialog>
    );
  return { ask: (way) => (unsent.length > 0 ? setAsking(way) : run(way)), dialog };
}
