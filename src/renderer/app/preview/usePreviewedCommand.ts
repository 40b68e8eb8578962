import { useState } from "react";
import type { CallGiven, CallOutput } from "#contract/bridge.ts";
import type { Change, ChangeName } from "#contract/changes.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { usePreview, type Previewed } from "./usePreview.ts";

type InputOf<Name extends ChangeName> = Extract<Change, { operation: Name }>["input"];

/** The commands that ask for nothing but what is previewed: no password, no typed name. */
type PlainChangeName = {
  [Name in ChangeName]: InputOf<Name> & { organizationId: string } extends CallGiven<Name> ? Name : never;
}[ChangeName];

interface PreviewedCommand {
  readonly previewed: Previewed;
  /** What the dialog needs that asks for it. */
  readonly decision: {
    readonly ready: boolean;
    readonly pending: boolean;
    readonly fault: Fault | null;
    readonly onConfirm: () => void;
  };
}

/** A command on the basis of its preview, which is worked out anew where it was refused. No input: not yet chosen. */
export function usePreviewedCommand<Name extends PlainChangeName>(
  organizationId: string,
  operation: Name,
  input: InputOf<Name> | null,
  onDone: (value: CallOutput<Name>) => void,
): PreviewedCommand {
  const [fault, setFault] = useState<Fault | null>(null);
  const previewed = usePreview(organizationId, input && ({ operation, input } as Change));
  const { run, pending } = useCommand(operation, {
    onDone,
    onFault: (refused) => {
      previewed.again();
      setFault(refused);
    },
  });
  const confirm = () => void run({ ...input, organizationId } as CallGiven<Name>, previewed.basis);
  return { previewed, decision: { ready: input !== null && previewed.ready, pending, fault, onConfirm: confirm } };
}
