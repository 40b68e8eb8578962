import { answered, failed, type Answer } from "#contract/answer.ts";
import type { CallGivens } from "#contract/bridge.ts";
import { desktopCalls, type DesktopCallName, type DesktopInput } from "#contract/desktop.ts";
import { operationNames, operationOf } from "#contract/operations.ts";
import type { z } from "zod";
import type { Gateway } from "../gateway.ts";
import type { Fields } from "../remote/request.ts";
import type { Handlers } from "./handlers.ts";

/** One call that a window may make. */
export interface Entry {
  readonly input: z.ZodObject;
  readonly answer: (input: Fields, given: CallGivens) => Promise<Answer<unknown>>;
}

/** Everything that a window may call, and nothing else: open operations and the desktop's own calls. */
export function callTable(handlers: Handlers, gateway: Gateway): ReadonlyMap<string, Entry> {
  const table = new Map<string, Entry>();
  for (const name of operationNames) {
    const operation = operationOf(name);
    if (operation.bridge !== "open" || operation.kind === "stream") continue;
    table.set(name, {
      input: operation.input,
      answer: async (input, given) => await gateway.answer(name, input, given),
    });
  }
  for (const name of Object.keys(desktopCalls) as DesktopCallName[]) {
    table.set(name, desktopEntry(name, handlers[name]));
  }
  return table;
}

function desktopEntry<Name extends DesktopCallName>(name: Name, handler: Handlers[Name]): Entry {
  const { input, output } = desktopCalls[name];
  return {
    input,
    answer: async (fields) => {
      // The bridge has parsed the fields with this very schema.
      const answer = await handler(fields as DesktopInput<Name>);
      if (!answer.ok) return answer;
      // Cut to the contract's shape, so that nothing a handler holds leaves by accident.
      const value = output.safeParse(answer.value);
      return value.success ? answered(value.data, answer.source) : failed({ kind: "internal" });
    },
  };
}
