import type { ChildProcess } from "node:child_process";
import type { Duplex } from "node:stream";
import { z } from "zod";

const Message = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Message = z.infer<typeof Message>;

/** Chromium's own protocol over its two pipes: nothing is watched but what is asked for. */
export interface Protocol {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
  /** The parameters of the next event of this name. */
  readonly event: (method: string) => Promise<Record<string, unknown>>;
}

/** For a Chromium that was started with `--remote-debugging-pipe` and pipes as its descriptors 3 and 4. */
export function protocolOf(chromium: ChildProcess): Protocol {
  const [, , , requests, answers] = chromium.stdio as (Duplex | undefined)[];
  if (requests === undefined || answers === undefined) throw new Error("Chromium was started without pipes");
  const waiting = new Map<number | string, (message: Message) => void>();
  let lastId = 0;
  let kept = "";
  answers.setEncoding("utf8").on("data", (text: string) => {
    const messages = (kept + text).split("\0");
    kept = messages.pop() ?? "";
    for (const each of messages) {
      const message = Message.parse(JSON.parse(each));
      waiting.get(message.id ?? message.method ?? "")?.(message);
    }
  });
  const next = async (key: number | string) => {
    const message = await new Promise<Message>((resolve) => waiting.set(key, resolve));
    waiting.delete(key);
    return message;
  };
  return {
    send: async (method, params = {}, sessionId) => {
      const id = ++lastId;
      const answer = next(id);
      requests.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      const { result, error } = await answer;
      if (error !== undefined) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
    event: async (method) => (await next(method)).params ?? {},
  };
}
