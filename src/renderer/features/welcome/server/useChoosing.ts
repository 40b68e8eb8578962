import { startTransition, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { ServerChoice } from "#contract/desktop.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { places } from "../places.ts";

export interface Choosing {
  /** The server that is being opened. */
  readonly pending: ServerChoice | null;
  /** The one that could not be opened, and why. */
  readonly failed: { readonly choice: ServerChoice; readonly fault: Fault } | null;
  readonly choose: (choice: ServerChoice) => void;
  readonly cancel: () => void;
}

/** Opening a server; on success a fresh one leads to the sign-up, a company's to the sign-in. */
export function useChoosing(): Choosing {
  const navigate = useNavigate();
  const [pending, setPending] = useState<ServerChoice | null>(null);
  const [failed, setFailed] = useState<Choosing["failed"]>(null);
  const cancelled = useRef(false);
  const open = useCommand("server.choose", {
    onDone: ({ account }, { choice }) => {
      if (account === null) void navigate(choice.kind === "local" ? places.signUp : places.signIn, { replace: true });
      // The router goes there in a transition; leaving the waiting screen before it would show the place before.
      startTransition(() => setPending(null));
    },
    onFault: (fault, { choice }) => {
      setPending(null);
      if (!cancelled.current) setFailed({ choice, fault });
    },
  });
  const leave = useCommand("server.leave");
  return {
    pending,
    failed,
    choose: (choice) => {
      cancelled.current = false;
      setFailed(null);
      setPending(choice);
      void open.run({ choice });
    },
    cancel: () => {
      cancelled.current = true;
      void leave.run({});
    },
  };
}
