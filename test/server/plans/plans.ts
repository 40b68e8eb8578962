import type { Given, Output } from "#contract/operations.ts";
import { handlers } from "#server/operations/handlers.ts";
import { workOffPlan, type PlanWorkOptions } from "#server/plans/work.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { expect } from "vitest";

export type PlanGiven = Given<"plan.start">;

/** The answer of a call that must succeed. */
export function valueOf<Value>(reply: { readonly value?: Value | undefined; readonly fault?: unknown }): Value {
  expect(reply.fault).toBeUndefined();
  if (reply.value === undefined) throw new Error("No answer");
  return reply.value;
}

export async function start(server: TestServer, as: Person, given: PlanGiven): Promise<string> {
  return valueOf(await server.call("plan.start", given, { as })).id;
}

/** Works a plan off as its job does, to the end. */
export async function workOff(server: TestServer, planId: string, options: PlanWorkOptions = {}): Promise<void> {
  const left = await workOffPlan(server.services, handlers, planId, { budget: 60_000, ...options });
  expect(left).toBe("nothing");
}

export async function itemsOf(server: TestServer, as: Person, planId: string): Promise<Output<"plan.items">["items"]> {
  const items: Output<"plan.items">["items"] = [];
  let cursor: string | undefined;
  do {
    const input = { planId, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page = valueOf(await server.call("plan.items", input, { as }));
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Starts a plan and works it off; its items then. */
export async function carriedOut(server: TestServer, as: Person, given: PlanGiven) {
  const planId = await start(server, as, given);
  await workOff(server, planId);
  return { planId, items: await itemsOf(server, as, planId) };
}

/** An item's end in a few words: what was done, why nothing, or the fault's kind with its code. */
export function inShort(item: Output<"plan.items">["items"][number]): string {
  const { state, act, why, fault } = item;
  if (fault === null) return act ?? why ?? state;
  return told(fault);
}

export function verdictInShort({ verdict }: Output<"plan.preview">["items"][number]): string {
  if (verdict.verdict === "will") return verdict.act;
  return verdict.verdict === "nothing" ? verdict.why : told(verdict.fault);
}

function told(fault: NonNullable<Output<"plan.items">["items"][number]["fault"]>): string {
  if (fault.kind === "forbidden") return `forbidden ${fault.refusal.code}`;
  if (fault.kind === "conflict") return `conflict ${fault.code}`;
  if (fault.kind === "notFound") return `notFound ${fault.what}`;
  return fault.kind === "invalid" ? `invalid ${fault.issues[0]?.code ?? ""}` : fault.kind;
}
