import { useCallback, useEffect, useState } from "react";
import type { ImportLine } from "#contract/entities/invitationImport.ts";
import type { CallOutput } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";

export type Checked = CallOutput<"invitation.checkImport">;

interface Check {
  readonly lines: readonly ImportLine[];
  readonly checked: Checked | null;
  readonly fault: Fault | null;
}

/** What the server finds wrong with the lines. Not a cached read: thousands of lines would be its key. */
export function useImportCheck(organizationId: string, lines: readonly ImportLine[]) {
  const bridge = useBridge();
  const [answer, setAnswer] = useState<Check | null>(null);
  const check = useCallback(() => {
    let current = true;
    void bridge.call("invitation.checkImport", { organizationId, lines: [...lines] }).then((result) => {
      if (!current) return;
      setAnswer({ lines, checked: result.ok ? result.value : null, fault: result.ok ? null : result.fault });
    });
    return () => {
      current = false;
    };
  }, [bridge, organizationId, lines]);
  useEffect(check, [check]);
  const fresh = answer?.lines === lines ? answer : null;
  const again = () => {
    setAnswer(null);
    check();
  };
  return { checked: fresh?.checked ?? null, fault: fresh?.fault ?? null, again };
}
