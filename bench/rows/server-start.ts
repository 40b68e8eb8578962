import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { findBinaries } from "#server/storage/embedded/binaries.ts";
import { clusterFolder } from "#server/storage/embedded/cluster-folder.ts";
import { databaseUser } from "#server/storage/embedded/system-user.ts";
import { startChild } from "../system/child.ts";
import { spreadOf } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const run = promisify(execFile);

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** A warm start of the server with its embedded database, against `pg_ctl start` of the same folder. */
export const serverStart: Row = async (_stage, { pairs }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-bench-start-"));
  try {
    const user = await databaseUser();
    const binaries = await findBinaries(user);
    const settings = ["--port", "0", "--data-dir", folder, "--log-level", "warn"];
    const server = async () => startChild("src/server/main.ts", settings, null);
    await (await server()).stop();
    const cluster = await clusterFolder(folder, user);
    const network = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
    const control = async (...args: string[]) =>
      run(binaries.pgCtl, [...args, "-D", cluster, "-l", path.join(cluster, "start.log")], { ...user, cwd: "/" });
    const measured: { ours: number; peer: number }[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      let started: Awaited<ReturnType<typeof server>> | undefined;
      const ours = await secondsOf(async () => (started = await server()));
      await started?.stop();
      const peer = await secondsOf(async () => control("start", "-o", network));
      await control("stop", "-m", "fast");
      measured.push({ ours, peer });
    }
    const ratio = spreadOf(measured.map(({ ours, peer }) => ours - peer));
    const medianOf = (side: "ours" | "peer") => spreadOf(measured.map((pair) => pair[side])).median;
    return [
      {
        what: "server start: seconds more than",
        unit: "s",
        ours: medianOf("ours"),
        peerName: "pg_ctl start",
        peer: medianOf("peer"),
        ratio,
        goal: { atMost: 1.5 },
        met: ratio.median <= 1.5,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
