import { answered, failed, type Answer } from "#contract/answer.ts";
import type { Bridge, CallGiven, CallName, CallOutput } from "#contract/bridge.ts";
import { desktopCalls, type DesktopCallName, type DesktopEvent, type DesktopState } from "#contract/desktop.ts";
import { operations } from "#contract/operations.ts";
import { aChangePreview, aPlanPreview } from "./changes.ts";
import { anAccount, aDesktopState, pageWith } from "./fixtures.ts";

type Result<Name extends CallName> = CallOutput<Name> | Answer<CallOutput<Name>>;
type Handler<Name extends CallName> = (input: CallGiven<Name>) => Result<Name> | Promise<Result<Name>>;

/** What the fake answers, by call; a value, or `failed(fault)`, or `answered(value, source)`. */
export type Handlers = { readonly [Name in CallName]?: Handler<Name> };

export interface FakeBridge extends Bridge {
  /** Everything that was called, in order. */
  readonly calls: readonly { readonly name: CallName; readonly input: unknown; readonly basis?: string }[];
  /** The inputs given to one call, in order. */
  inputsOf(name: CallName): readonly unknown[];
  /** Pushes an event as the main process would. */
  push(event: DesktopEvent): void;
  /** Pushes a changed state. */
  pushState(change: Partial<DesktopState>): void;
}

/**
 * A bridge that answers from a table. Inputs and values are checked against the contract, so a test cannot pass on a
 * shape that the real bridge would refuse. A call without a handler fails the test, except what any screen asks
 * besides its own, which is answered from a state of a signed-in person. `kept` answers what is asked of the snapshot
 * before the server; that is no call of its own.
 */
export function fakeBridge(
  handlers: Handlers = {},
  start: Partial<DesktopState> = {},
  kept: Handlers = {},
): FakeBridge {
  let state = aDesktopState(start);
  const calls: { name: CallName; input: unknown; basis?: string }[] = [];
  const listeners = new Set<(event: DesktopEvent) => void>();
  const push = (event: DesktopEvent) => {
    for (const listener of listeners) listener(event);
  };
  const pushState = (change: Partial<DesktopState>) => {
    state = { ...state, ...change };
    push({ type: "state", state });
  };
  const all: Handlers = {
    "desktop.state": () => state,
    "desktop.savePreferences": (change) => {
      pushState({ preferences: Object.assign({}, state.preferences, change) });
      return state.preferences;
    },
    "me.get": () => state.account ?? anAccount(),
    "organization.list": () => pageWith([]),
    "reviews.list": () => ({ kept: "disk", items: [] }),
    "onboarding.get": () => ({ shown: false, done: [] }),
    "witness.alarms": () => ({ organizationIds: [] }),
    "witness.status": () => ({ verified: null, signedBy: null, alarm: null, answered: [] }),
    "change.preview": () => aChangePreview(),
    "plan.preview": () => aPlanPreview(),
    ...handlers,
  };
  return {
    calls,
    inputsOf: (name) => calls.filter((call) => call.name === name).map((call) => call.input),
    push,
    pushState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    call: async (name, input, { basis, prefer } = {}) => {
      if (prefer === "snapshot") {
        const nothing = failed({ kind: "notFound", what: "snapshot" });
        return kept[name] === undefined ? nothing : await answer(name, input, kept[name]);
      }
      calls.push({ name, input, ...(basis === undefined ? {} : { basis }) });
      try {
        return await answer(name, input, all[name]);
      } catch (error) {
        // The screen would show this as a fault; the test shall fail with the cause.
        setTimeout(() => {
          throw error;
        });
        throw error;
      }
    },
  };
}

async function answer<Name extends CallName>(
  name: Name,
  input: CallGiven<Name>,
  handler: Handler<Name> | undefined,
): Promise<Answer<CallOutput<Name>>> {
  const schema = schemaOf(name);
  schema.input.parse(input);
  if (!handler) throw new Error(`The test gives no answer to ${name}`);
  const result = await handler(input);
  const full: Answer<CallOutput<Name>> = isAnswer(result) ? result : answered(result);
  if (full.ok) schema.output.parse(full.value);
  return full;
}

function isAnswer<Value>(result: Value | Answer<Value>): result is Answer<Value> {
  return typeof result === "object" && result !== null && "ok" in result && ("value" in result || "fault" in result);
}

function schemaOf(name: CallName) {
  return isDesktopCall(name) ? desktopCalls[name] : operations[name];
}

function isDesktopCall(name: CallName): name is DesktopCallName {
  return Object.hasOwn(desktopCalls, name);
}
