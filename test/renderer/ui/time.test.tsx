import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import { renderUi } from "#test/support/render.tsx";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-03-03T12:00:00Z"), toFake: ["Date", "setInterval"] }));
afterEach(() => void vi.useRealTimers());

/** Takes its time to be drawn. */
function Clock({ tell }: { tell: (time: number) => void }) {
  pass();
  tell(useNow());
  return null;
}
const pass = () => void vi.advanceTimersByTime(5);

test("what is drawn at once tells one time, however long drawing takes", () => {
  const told: number[] = [];
  const tell = (time: number) => void told.push(time);
  renderUi([<Clock key="first" tell={tell} />, <Clock key="second" tell={tell} />]);
  expect(new Set(told).size).toBe(1);
  expect(told).toHaveLength(2);
});

test("reads relative, is named exactly, and grows older by itself", () => {
  renderUi(<RelativeTime at="2026-03-03T11:59:40Z" />);
  const time = screen.getByRole("time");
  expect(time.textContent).toBe("just now");
  expect(time.getAttribute("aria-label")).toBe("just now, 3 March 2026, 11:59:40 GMT");
  act(() => {
    vi.advanceTimersByTime(120_000);
  });
  expect(time.textContent).toBe("2 minutes ago");
});

test("hovering tells the exact time in the reader's zone and the actor's", async () => {
  const { user } = renderUi(<RelativeTime at="2026-03-03T11:00:00Z" actorTimeZone="Asia/Tokyo" />);
  await user.hover(screen.getByRole("time"));
  expect((await screen.findByRole("tooltip")).textContent).toMatch(/11:00:00 GMT \(3 March 2026, 20:00:00 .*9\)/);
});
