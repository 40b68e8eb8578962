import type { Page } from "@playwright/test";

const switcher = (page: Page) => page.getByRole("button", { name: /, switch organization$/ });

/** Opens the switcher and finds the organization in it, ready for the click. */
export async function findInSwitcher(page: Page, name: string): Promise<void> {
  await switcher(page).click();
  await page.getByPlaceholder("Find an organization").fill(name);
  await page.getByRole("option", { name }).waitFor();
}

/** Clicks on it; the milliseconds until the frame that shows its name and rows of its team was painted. */
export async function switchTo(page: Page, name: string): Promise<number> {
  const option = page.getByRole("option", { name });
  return await option.evaluate(async (target: HTMLElement, wanted) => {
    // The same people work everywhere, but were seen at another time: no team reads as another does.
    const shown = () => document.querySelector("[role=grid] tbody")?.textContent ?? "";
    const before = shown();
    const { promise, resolve } = Promise.withResolvers<number>();
    const isThere = () =>
      document.querySelectorAll("[role=grid] tbody tr").length >= 10 &&
      document.querySelector("aside button")?.textContent?.startsWith(`${wanted}, `) === true &&
      shown() !== before;
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      // A message that is sent within a frame is heard after it was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => resolve(performance.now() - clicked));
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    const clicked = performance.now();
    target.click();
    return await promise;
  }, name);
}
