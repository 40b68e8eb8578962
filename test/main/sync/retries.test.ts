import { createRetries } from "#main/sync/retries.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const delays = { firstMs: 1_000, mostMs: 60_000 };

function failing() {
  const tried: number[] = [];
  const began = Date.now();
  const retries = createRetries(delays, () => {
    tried.push(Date.now() - began);
    retries.failed("a");
  });
  retries.failed("a");
  return { retries, tried };
}

test("what fails is tried again after a second, then ever later, but at least every minute and a bit", () => {
  const { tried } = failing();
  vi.advanceTimersByTime(10 * 60_000);
  const pauses = tried.map((at, index) => at - (tried[index - 1] ?? 0));
  // A quarter more or less, so that desktops do not march in step.
  for (const [index, pause] of pauses.entries()) {
    const full = Math.min(60_000, 1_000 * 2 ** index);
    expect(pause).toBeGreaterThanOrEqual(full * 0.75);
    expect(pause).toBeLessThanOrEqual(full * 1.25);
  }
  expect(tried.length).toBeGreaterThan(10);
});

test("asked for, it is tried at once and soon after again", () => {
  const { retries, tried } = failing();
  vi.advanceTimersByTime(3 * 60_000);
  const before = tried.length;
  retries.now();
  expect(tried).toHaveLength(before + 1);
  vi.advanceTimersByTime(1_250);
  expect(tried).toHaveLength(before + 2);
});

test("what is settled or cleared is not tried again, and begins with a short pause when it fails anew", () => {
  const { retries, tried } = failing();
  vi.advanceTimersByTime(3 * 60_000);
  retries.settled("a");
  vi.advanceTimersByTime(10 * 60_000);
  const before = tried.length;
  retries.failed("a");
  vi.advanceTimersByTime(1_250);
  expect(tried).toHaveLength(before + 1);
  retries.clear();
  vi.advanceTimersByTime(10 * 60_000);
  expect(tried).toHaveLength(before + 1);
});
