import { setTimeout as sleep } from "node:timers/promises";
import { withBulkClient } from "#server/storage/bulk.ts";
import { fillClients } from "../data/clients.ts";
import { plainRows } from "../desktop/plain-rows.ts";
import { openDesktop } from "../desktop/shell.ts";
import { findInSwitcher, switchTo } from "../desktop/switching.ts";
import { figure, type Figure } from "../system/figure.ts";
import { compared, spreadOf, type Pair } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const size = { organizations: 200, members: 1000 };
/** In milliseconds; after it the person is no longer waiting. */
const limit = 50;
/** Before and after each click: what finding or switching set off is over by then. */
const pauseMs = 1200;
/** The first few load what no later one needs. */
const first = 5;
/** So many switches and readings are one pair, each side by its median: a single one takes what else the machine does. */
const perPair = 10;
/** So many more are clicked as soon as they are found, while what is kept of them is still being read. */
const hurried = 20;

const medianOf = (values: readonly number[]): number => spreadOf(values).median;

/** The pairs that single measurements come to. */
function paired(measured: readonly Pair[]): readonly Pair[] {
  return Array.from({ length: measured.length / perPair }, (_, index) => {
    const part = measured.slice(index * perPair, (index + 1) * perPair);
    return { ours: medianOf(part.map(({ ours }) => ours)), peer: medianOf(part.map(({ peer }) => peer)) };
  });
}

const percentile95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** How long 95 of 100 take, held against the limit. */
function withinLimit(what: string, times: readonly number[]): Figure {
  const slow = percentile95(times);
  return {
    what: `${what}: p95`,
    unit: "ms",
    ours: slow,
    peerName: "limit",
    peer: limit,
    ratio: { ...spreadOf(times.map((time) => time / limit)), median: slow / limit },
    goal: { atMost: 1 },
    met: slow <= limit,
  };
}

/** From a click in the switcher to the other organization's team on the screen; each is seen for the first time. */
export const switches: Row = async ({ databaseUrl, serverUrl }, { pairs }) => {
  const clients = await withBulkClient(databaseUrl, async (client) => fillClients(client, "client", size));
  const [start, ...others] = clients.organizations;
  const plain = plainRows(clients.organizations);
  const { page, stop } = await openDesktop(serverUrl, clients);
  const timed = async (name: string, pointedMs: number) => {
    await findInSwitcher(page, name);
    await sleep(pointedMs);
    const time = await switchTo(page, name);
    // What a switch sets off once it is painted would slow down the peer's reading, and the next switch.
    await sleep(pauseMs);
    return time;
  };
  try {
    await page.evaluate((id) => {
      location.hash = `#/o/${id}/team`;
    }, start?.id);
    await page.getByRole("grid").waitFor();
    const calm = first + pairs * perPair;
    const measured: Pair[] = [];
    for (const { id, name } of others.slice(0, calm)) {
      measured.push({ ours: await timed(name, pauseMs), peer: plain.timeOf(id) });
    }
    const atOnce: number[] = [];
    for (const { name } of others.slice(calm, calm + hurried)) atOnce.push(await timed(name, 0));
    const counted = measured.slice(first);
    const what = "organization switch, click to painted";
    return [
      withinLimit(
        what,
        counted.map(({ ours }) => ours),
      ),
      figure(what, "ms", "1,000 plain rows from SQLite, cloned", compared(paired(counted)), { atMost: 3 }),
      withinLimit("organization switch, clicked as soon as found", atOnce),
    ];
  } finally {
    await stop();
    plain.close();
  }
};
