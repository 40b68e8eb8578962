import { useState, type ReactNode } from "react";
import { useCommand } from "#renderer/bridge/commands.ts";
import { later } from "#renderer/ui/later.tsx";
import { useUnsent } from "./useUnsent.ts";

const SignOutDialog = later(async () => (await import("./SignOutDialog.tsx")).SignOutDialog);

type Way = "signOut" | "leave";

/** Signing out, or away from the server. What that would lose is named first; without anything to lose it is done. */
export function useSignOut(): { readonly ask: (way: Way) => void; readonly dialog: ReactNode } {
  const unsent = useUnsent();
  const [asking, setAsking] = useState<Way | null>(null);
  const signOut = useCommand("session.signOut");
  const leave = useCommand("server.leave");
  const run = (way: Way) => void (way === "signOut" ? signOut.run({ everywhere: false }) : leave.run({}));
  const dialog =
    asking === null ? null : (
      <SignOutDialog
        unsent={unsent}
        pending={signOut.pending || leave.pending}
        onConfirm={() => run(asking)}
        onClose={() => setAsking(null)}
      />
    );
  return { ask: (way) => (unsent.length > 0 ? setAsking(way) : run(way)), dialog };
}
