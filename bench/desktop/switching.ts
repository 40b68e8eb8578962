import type { Page } from "@playwright/test";

const switcher = (page: Page) => page.getByRole("button", { name: /, switch organization$/ });

/** Opens the switcher and finds the organization in it, ready for the click. */
export async function findInSwitcher(page: Page, name: string): Promise<void> {
  await switcher(page).click();
  await page.getByPlaceholder("Find an organization").fill(name);
  await page.getByRole("option", { name }).waitFor();
}

/** Clicks on it; the milliseconds until the frame that shows rows of its team was painted. */
export async function switchTo(page: Page, name: string): Promise<number> {
  const option = page.getByRole("option", { name });
  return await option.evaluate(async (target: HTMLElement) => {
    const before = document.querySelector("[role=grid]");
    const { promise, resolve } = Promise.withResolvers<number>();
    const isThere = () => {
      const grid = document.querySelector("[role=grid]");
      return grid !== null && grid !== before && grid.querySelectorAll("tbody tr").length >= 10;
    };
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
    observer.observe(document.body, { childList: true, subtree: true });
    const clicked = performance.now();
    target.click();
    return await promise;
  });
}
