import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useCreateOrganization } from "#renderer/app/create/opening.ts";
import { Root } from "#renderer/app/Root.tsx";
import { fakeBridge, type FakeBridge } from "#test/support/fakeBridge.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import { handlers } from "../pseudo/answers.ts";
import type { UserEvent } from "@testing-library/user-event";
import type { Step, Way } from "./way.ts";
import { ways } from "./ways.ts";

// What is open above every screen is open above that of the next test too.
afterEach(() => useCreateOrganization.setState({ opened: false }));

/** Each says it, some go on with what exactly needs the server. */
const sentence = /^You are offline\./;
const controls = ["option", "button", "menuitem", "switch", "checkbox", "radio"] as const;

const found = Object.entries(ways).flatMap(([name, way]) => (typeof way === "string" ? [] : [[name, way] as const]));

const named = (place: HTMLElement, name: string | RegExp) =>
  controls.flatMap((role) => within(place).queryAllByRole(role, { name }));

/** The control of a name that can be reached now: that of the dialog opened last, where it has one. */
async function control(name: string | RegExp): Promise<HTMLElement> {
  return await waitFor(() => {
    const places = [document.body, ...screen.queryAllByRole("dialog")];
    const last = places.flatMap((place) => named(place, name)).at(-1);
    if (last === undefined) throw new Error(`There is no '${name}' to press`);
    return last;
  });
}

const isControl = (step: Step) => typeof step === "string" || step instanceof RegExp;

const refused = (element: HTMLElement) =>
  element.getAttribute("aria-disabled") === "true" && sentence.test(element.getAttribute("aria-description") ?? "");

async function open(bridge: FakeBridge, { at }: Way) {
  const view = await renderWithBridge(<Root />, bridge, { at });
  await screen.findByRole("main");
  return view;
}

/** Presses a control, or fills a field in; the control. */
async function take(user: UserEvent, step: Step): Promise<HTMLElement> {
  if (isControl(step)) {
    const next = await control(step);
    await user.click(next);
    return next;
  }
  if ("file" in step) {
    const input = await screen.findByLabelText(step.file);
    await user.upload(input, new File([step.content], "people.csv"));
    return input;
  }
  const field = await screen.findByRole("textbox", { name: step.field });
  if (field.getAttribute("aria-disabled") !== "true") {
    await user.clear(field);
    await user.type(field, step.text);
  }
  return field;
}

const isSent = (bridge: FakeBridge, name: string) => bridge.calls.some((call) => call.name === name);

test.each(found)("without a connection nobody comes to %s, and the control says why", async (name, way) => {
  const bridge = fakeBridge({ ...handlers, ...way.given }, { connection: "offline" });
  const { user } = await open(bridge, way);
  const stopped = [];
  for (const step of way.press) {
    const pressed = await take(user, step);
    stopped.push(refused(pressed));
    if (stopped.includes(true)) break;
  }
  expect(stopped).toContain(true);
  expect(isSent(bridge, name)).toBe(false);
});

test.each(found)("when the connection is lost just before %s, the control says why", async (name, way) => {
  const bridge = fakeBridge({ ...handlers, ...way.given });
  const { user } = await open(bridge, way);
  for (const step of way.press.slice(0, -1)) await take(user, step);
  const last = way.press.at(-1);
  if (last === undefined || !isControl(last)) throw new Error("A way ends at a control");
  expect(refused(await control(last))).toBe(false);
  act(() => bridge.pushState({ connection: "offline" }));
  const now = await control(last);
  expect(refused(now)).toBe(true);
  await user.click(now);
  expect(isSent(bridge, name)).toBe(false);
});
