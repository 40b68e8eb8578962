import type { Page } from "@playwright/test";
import type { CallGiven, CallName, CallOutput } from "#contract/bridge.ts";

/** What a screen would call, without the screen. */
export async function call<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallGiven<Name>,
): Promise<CallOutput<Name>> {
  const script = `window.orgdesk.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const answer: { ok: true; value: CallOutput<Name> } | { ok: false } = await page.evaluate(script);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}
