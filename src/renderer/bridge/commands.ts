import { useCallback, useRef } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Answer } from "#contract/answer.ts";
import type { CallGiven, CallOutput } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { toastFault } from "#renderer/ui/toast.tsx";
import { useBridge } from "./bridge.ts";
import { invalidate, organizationOf } from "./invalidate.ts";
import type { ActName } from "./names.ts";
import { topicsOfAct } from "./topics.ts";

interface CommandOptions<Name extends ActName> {
  readonly onDone?: (value: CallOutput<Name>, input: CallGiven<Name>) => void;
  /** What to do with a fault; without it a toast says it. Forms show it beside their fields instead. */
  readonly onFault?: (fault: Fault, input: CallGiven<Name>) => void;
  /** Asked twice it is done twice, however fast: undo. */
  readonly repeats?: boolean;
}

export interface Command<Name extends ActName> {
  /** `basis` of the preview that the person agreed to, where there was one. */
  readonly run: (input: CallGiven<Name>, basis?: string) => Promise<Answer<CallOutput<Name>>>;
  readonly pending: boolean;
}

/**
 * An act through the bridge. What it touched is read again before `onDone`'s screen is drawn; nothing throws. What is
 * asked again at once while it is under way, as by a double click, is the same act.
 */
export function useCommand<Name extends ActName>(name: Name, options: CommandOptions<Name> = {}): Command<Name> {
  const bridge = useBridge();
  const client = useQueryClient();
  const { t } = useTranslation();
  const mutation = useMutation({
    mutationFn: async ({ input, basis }: { input: CallGiven<Name>; basis: string | undefined }) => {
      const answer = await bridge.call(name, input, basis === undefined ? undefined : { basis });
      // A conflict says that what is shown is not what is.
      if (answer.ok || answer.fault.kind === "conflict") {
        void invalidate(client, { organizationId: organizationOf(input), topics: topicsOfAct(name) });
      }
      if (answer.ok) options.onDone?.(answer.value, input);
      else if (options.onFault) options.onFault(answer.fault, input);
      // Whoever gave a basis shows what the change does now.
      else if (basis === undefined || !isMoved(answer.fault)) toastFault(t, answer.fault);
      return answer;
    },
  });
  const { mutateAsync, isPending } = mutation;
  const { repeats = false } = options;
  const last = useRef<{ readonly act: string; readonly answer: Promise<Answer<CallOutput<Name>>> } | null>(null);
  const run = useCallback(
    async (input: CallGiven<Name>, basis?: string) => {
      const act = JSON.stringify([name, input, basis]);
      if (!repeats && last.current?.act === act) return await last.current.answer;
      const asked = { act, answer: mutateAsync({ input, basis }) };
      last.current = asked;
      try {
        return await asked.answer;
      } finally {
        if (last.current === asked) last.current = null;
      }
    },
    [name, repeats, mutateAsync],
  );
  return { run, pending: isPending };
}

const isMoved = (fault: Fault): boolean => fault.kind === "conflict" && fault.code === "stateMoved";
