import { presenceIsStale, recordPresence, type Authentication } from "../storage/authenticate.ts";
import type { Services } from "./services.ts";

/** Remembers, every few minutes, that a person was here. Beside the request: a failure costs nobody their answer. */
export function notePresence(services: Services, authentication: Authentication, now: Date): void {
  if (!presenceIsStale(authentication, now)) return;
  recordPresence(services.pools, authentication).catch((error: unknown) => {
    services.log.warn({ err: error }, "presence was not recorded");
  });
}
