import { expect, type Locator, type Page } from "@playwright/test";
import type { RunningServer } from "./fixtures.ts";
import type { Character } from "./steps.ts";

/** More stops than any page has. */
const mostStops = 200;

/** Between the last and the first stop, the browser's own bar has the keyboard. */
const lost = "nothing has the keyboard";

/** What is wrong with how the keyboard's place is seen; null where it is seen well. */
const focusProblem = async (page: Page): Promise<string | null> =>
  page.evaluate((nothing) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return nothing;
    const outlined = (each: Element | null) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      // A row shows it by a bar inside.
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow.includes("inset");
    };
    // A page that was just opened has the keyboard as a whole.
    if (element.id === "main") return null;
    // A field shows it by a border in colour.
    const colours = (getComputedStyle(element).borderTopColor.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const isColoured = Math.max(...colours) - Math.min(...colours) > 40;
    // What a hidden box or a cell of a group has beside it shows it in its place.
    const isHidden = getComputedStyle(element).opacity === "0";
    const near = [element.nextElementSibling, element.parentElement, element.parentElement?.parentElement];
    const shown =
      [isHidden ? null : element, ...near].find((each) => outlined(each ?? null)) ??
      (element.matches("input,textarea,select,.mantine-Input-input") && isColoured ? element : null);
    const told = element.outerHTML.slice(0, 160);
    if (!shown) return `no outline: ${told}`;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `outside the window: ${told}`;
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    ];
    const above = document.elementFromPoint(x, y);
    return above && (shown.contains(above) || above.contains(shown))
      ? null
      : `covered by ${above?.outerHTML.slice(0, 80)}: ${told}`;
  }, lost);

/** The place of the keyboard is seen: it is outlined, inside the window and not covered. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(async () => focusProblem(page)).toBeNull();
}

const isFocused = async (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Presses the key and looks at where it leads; whether that is inside the page. */
async function step(page: Page, key: string): Promise<boolean> {
  await page.keyboard.press(key);
  const problem = await focusProblem(page);
  if (problem === lost) return false;
  if (problem !== null) await expectFocusSeen(page);
  return true;
}

/** Goes on with Tab, or back with Shift+Tab, until the keyboard is there; every stop on the way is seen. */
export async function tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const page = target.page();
  // A radio of a group is hidden itself; where the keyboard is, its label shows.
  await expect(target).toBeAttached();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await isFocused(target)) return expectFocusSeen(page);
    await step(page, key);
  }
  throw new Error(`Tab never comes to ${target.toString()}`);
}

/** Goes there by Tab and presses a key. */
export async function pressAt(target: Locator, key = "Enter"): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Goes to a field by Tab and writes over what is in it. */
export async function writeIn(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press("ControlOrMeta+a");
  await field.page().keyboard.type(text);
}

/** Walks the entries of the open menu to one of them and chooses it. */
export async function chooseFromMenu(page: Page, name: string | RegExp): Promise<void> {
  const entry = page.getByRole("menuitem", { name });
  await expect(entry).toBeVisible();
  for (let step = 0; step < 30; step++) {
    if (await isFocused(entry)) {
      await expectFocusSeen(page);
      await page.keyboard.press("Enter");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`The arrow keys never come to ${String(name)}`);
}

/** An open dialog has the keyboard, keeps it, and gives it back to its opener on Esc. */
export async function expectToGiveBack(dialog: Locator, opener: Locator): Promise<void> {
  const page = dialog.page();
  await expect(dialog).toBeVisible();
  await expect.poll(async () => dialog.evaluate((each) => each.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expectFocusSeen(page);
}

/** Tab comes through the whole page and out of it again: nothing traps the keyboard, and every stop is seen. */
export async function expectWalkable(page: Page): Promise<void> {
  // The rest of this round, and then all of the next.
  await walkOut(page);
  const stops = await walkOut(page);
  expect(stops, "stops on the way through the page").toBeGreaterThan(8);
}

async function walkOut(page: Page): Promise<number> {
  for (let stops = 0; stops < mostStops; stops++) {
    if (!(await step(page, "Tab"))) return stops;
  }
  throw new Error("Tab never comes out of the page");
}

/** Goes to a section by its two keys. */
export async function goByKeys(page: Page, keys: readonly [string, string], title: string | RegExp): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** From the sign-in screen to the overview of the person's own organization, without a mouse. */
export async function signUpByKeys(page: Page, server: RunningServer, person: Character): Promise<void> {
  await pressAt(page.getByRole("link", { name: "Create an account" }));
  await writeIn(page.getByLabel("Your name"), person.name);
  await writeIn(page.getByLabel("E-mail address"), person.email);
  await writeIn(page.getByLabel("Password", { exact: true }), person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await page.keyboard.type(await server.mail.code(person.email));
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 20_000 });
}

/** Creates an organization by its shortcut. */
export async function createByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Shift+N");
  const dialog = page.getByRole("dialog", { name: "Create organization" });
  await writeIn(dialog.getByLabel("Name", { exact: true }), name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: `${name}, switch organization` })).toBeVisible();
}
