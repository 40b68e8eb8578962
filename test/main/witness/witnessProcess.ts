import { monitorEventLoopDelay } from "node:perf_hooks";
import { createRemote } from "#main/remote/remote.ts";
import { memorySecrets } from "../support/secrets.ts";
import { createWitnessStore } from "#main/witness/store.ts";
import { createWitness } from "#main/witness/witness.ts";
import { heldTokens } from "../support/tokens.ts";

/** A witness in a process of its own, which a test can kill at any moment. Prints how long its event loop stood still. */
const [url = "", token = "", folder = "", organizationId = ""] = process.argv.slice(2);
const silent = () => {};
const delay = monitorEventLoopDelay({ resolution: 5 });
const remote = createRemote({ baseUrl: () => url, tokens: heldTokens(token, null) });
// A desktop has spoken to its server by then: what loads and compiles with the first call is not the witness's.
await remote.call("auditEvent.range", { organizationId, fromRevision: 1, limit: 20 });
const started = performance.now();
const witness = createWitness({
  remote,
  store: createWitnessStore(memorySecrets(), "server", folder),
  kept: async () => null,
  onStatus: (of, { verified, alarm }) => {
    if (of !== organizationId) return;
    const milliseconds = Math.round(performance.now() - started);
    const longest = Math.round(delay.max / 1e6);
    process.stdout.write(`${JSON.stringify({ verified: verified?.revision, alarm, milliseconds, longest })}\n`);
    process.exit(0);
  },
  logger: { info: silent, warn: silent, error: silent },
  online: () => true,
  gapMs: 0,
});
delay.enable();
witness.start();
witness.heard({ type: "ready" });
// The witness alone keeps no program running.
setInterval(silent, 1_000);
