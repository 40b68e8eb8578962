import { setTimeout as sleep } from "node:timers/promises";
import { withBulkClient } from "#server/storage/bulk.ts";
import { fillClients } from "../data/clients.ts";
import { plainRows } from "../desktop/plain-rows.ts";
import { openDesktop } from "../desktop/shell.ts";
import { findInSwitcher, switchTo } from "../desktop/switching.ts";
import { figure } from "../system/figure.ts";
import { compared, spreadOf, type Pair } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const size = { organizations: 200, members: 1000 };
/** In milliseconds; after it the person is no longer waiting. */
const limit = 50;
/** What a person takes at least to find the next one: by then the screen has settled. */
const pauseMs = 1200;
/** The first few load what no later one needs. */
const first = 5;
/** So many switches and readings are one pair, each side by its median: a single one takes what else the machine does. */
const perPair = 10;

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

/** From a click in the switcher to the other organization's team on the screen; each is seen for the first time. */
export const switches: Row = async ({ databaseUrl, serverUrl }, { pairs }) => {
  const clients = await withBulkClient(databaseUrl, async (client) => fillClients(client, "client", size));
  const [start, ...others] = clients.organizations;
  const plain = plainRows(clients.organizations);
  const { page, stop } = await openDesktop(serverUrl, clients);
  try {
    await page.evaluate((id) => {
      location.hash = `#/o/${id}/team`;
    }, start?.id);
    await page.getByRole("grid").waitFor();
    const measured: Pair[] = [];
    for (const { id, name } of others.slice(0, first + pairs * perPair)) {
      await findInSwitcher(page, name);
      await sleep(pauseMs);
      const ours = await switchTo(page, name);
      // Both begin on a machine at rest: what a switch sets off once it is painted would slow the other side alone.
      await sleep(pauseMs);
      measured.push({ ours, peer: plain.timeOf(id) });
    }
    const counted = measured.slice(first);
    const slow = percentile95(counted.map(({ ours }) => ours));
    const ratio = { ...spreadOf(counted.map(({ ours }) => ours / limit)), median: slow / limit };
    const what = "organization switch, click to painted";
    return [
      {
        what: `${what}: p95`,
        unit: "ms",
        ours: slow,
        peerName: "limit",
        peer: limit,
        ratio,
        goal: { atMost: 1 },
        met: slow <= limit,
      },
      figure(what, "ms", "1,000 plain rows from SQLite, cloned", compared(paired(counted)), { atMost: 3 }),
    ];
  } finally {
    await stop();
    plain.close();
  }
};
