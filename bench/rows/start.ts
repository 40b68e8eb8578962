import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { withBulkClient } from "#server/storage/bulk.ts";
import { fillClients } from "../data/clients.ts";
import { launch } from "../desktop/launching.ts";
import { openDesktop } from "../desktop/shell.ts";
import { figure } from "../system/figure.ts";
import { compared } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const blank = "<!doctype html><html lang=en><title>Blank</title><p>Blank</p></html>";

/** A Chromium that starts and shows the team out of the snapshot, against the same Chromium with a blank page. */
export const start: Row = async ({ databaseUrl, serverUrl }, { pairs }) => {
  const size = { organizations: 3, members: 1000 };
  const clients = await withBulkClient(databaseUrl, async (client) => fillClients(client, "starter", size));
  const profiles = await mkdtemp(path.join(tmpdir(), "orgdesk-bench-profiles-"));
  const server = createServer((_request, response) => void response.setHeader("content-type", "text/html").end(blank));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { page, stop } = await openDesktop(serverUrl, clients);
  try {
    const team = new URL(`/#/o/${clients.organizations[0]?.id ?? ""}/team`, page.url()).href;
    const cookies = await page.context().cookies();
    const ours = async () =>
      launch(path.join(profiles, "ours"), { url: team, cookies, selector: "[role=grid] tbody tr", count: 10 });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const peer = async () => launch(path.join(profiles, "peer"), { url, cookies: [], selector: "p", count: 1 });
    // The first starts make the profiles, the second fill the cache of compiled scripts.
    for (let warming = 0; warming < 2; warming += 1) {
      await ours();
      await peer();
    }
    const measured: { ours: number; peer: number }[] = [];
    for (let pair = 0; pair < pairs; pair += 1) measured.push({ ours: await ours(), peer: await peer() });
    return [
      figure("warm start to the team painted", "ms", "blank page in Chromium", compared(measured), { atMost: 1.5 }),
    ];
  } finally {
    await stop();
    server.close();
    await rm(profiles, { recursive: true, force: true });
  }
};
