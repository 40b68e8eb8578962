import type { Answer } from "#contract/answer.ts";
import type { Bridge, CallGiven, CallGivens, CallName, CallOutput } from "#contract/bridge.ts";
import type { DesktopEvent } from "#contract/desktop.ts";

// The browser shell's counterpart of the preload script: the same bridge, over a WebSocket to the shell.

type Message = { id: number; answer: Answer<never> } | { event: DesktopEvent };

const waiting = new Map<number, (answer: Answer<never>) => void>();
const listeners = new Set<(event: DesktopEvent) => void>();
const queued: string[] = [];
const longestWaitMs = 5_000;
let lastId = 0;
let waitMs = 250;
let opened = false;
let socket = connect();

function connect(): WebSocket {
  const opening = new WebSocket(`ws://${location.host}/bridge`);
  opening.addEventListener("open", () => {
    waitMs = 250;
    for (const message of queued.splice(0)) opening.send(message);
    // Events were missed meanwhile: the page reads everything again, as after a break of the feed.
    if (opened) tell({ type: "feed", event: { type: "ready" } });
    opened = true;
  });
  opening.addEventListener("message", ({ data }) => receive(JSON.parse(String(data)) as Message));
  opening.addEventListener("close", () => {
    loseCalls();
    waitMs = Math.min(waitMs * 2, longestWaitMs);
    setTimeout(() => (socket = connect()), waitMs);
  });
  return opening;
}

function receive(message: Message): void {
  if ("event" in message) return tell(message.event);
  waiting.get(message.id)?.(message.answer);
  waiting.delete(message.id);
}

function tell(event: DesktopEvent): void {
  for (const listener of listeners) listener(event);
}

// Whether they were done is not known; a call made later may well succeed.
function loseCalls(): void {
  queued.length = 0;
  for (const settle of waiting.values()) settle({ ok: false, fault: { kind: "unavailable" } });
  waiting.clear();
}

function call<Name extends CallName>(
  name: Name,
  input: CallGiven<Name>,
  given?: CallGivens,
): Promise<Answer<CallOutput<Name>>> {
  const id = ++lastId;
  const message = JSON.stringify({ id, name, input, given });
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    if (socket.readyState === WebSocket.OPEN) socket.send(message);
    else queued.push(message);
  });
}

const bridge: Bridge = {
  call,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

Object.defineProperty(window, "orgdesk", { value: Object.freeze(bridge) });
