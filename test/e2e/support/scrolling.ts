import { expect, type Locator } from "@playwright/test";

/** How far a table is scrolled, in pixels. */
export const scrollTop = async (grid: Locator): Promise<number> =>
  await grid.evaluate((table) => Math.round(table.parentElement?.scrollTop ?? -1));

/** Scrolls until the list has read its way to there. */
export async function scrollTo(grid: Locator, top: number): Promise<void> {
  await expect(async () => {
    await grid.evaluate((table, to) => table.parentElement?.scrollTo({ top: to }), top);
    expect(await scrollTop(grid)).toBe(top);
  }).toPass({ timeout: 30_000 });
}
