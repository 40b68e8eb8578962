import { join } from "node:path";
import type { OfflineChoice } from "#contract/entities/offline.ts";
import type { Delays } from "#main/back-off.ts";
import { createRemote } from "#main/remote/remote.ts";
import { createCustody } from "#main/snapshot/custody.ts";
import { createSnapshot } from "#main/snapshot/personal.ts";
import type { PersonalSnapshot } from "#main/snapshot/snapshot.ts";
import type { SecretStore } from "#main/session/secret-store.ts";
import { createSync } from "#main/sync/sync.ts";
import { onTestFinished } from "vitest";
import { testFolder } from "../../support/desktop.ts";
import { collectingLogger } from "../../support/logger.ts";
import { ada } from "../../support/people.ts";
import { memorySecrets } from "../../support/secrets.ts";
import { heldTokens } from "../../support/tokens.ts";

interface Begun {
  readonly secrets?: SecretStore;
  readonly folder?: string;
  readonly delays?: Delays;
  readonly choice?: () => OfflineChoice;
  /** What it does otherwise than a snapshot. */
  readonly instead?: (snapshot: PersonalSnapshot) => Partial<PersonalSnapshot>;
}

export const usualChoice: OfflineChoice = { organizationIds: null, days: 90, events: 50_000 };

/** What keeps a person's snapshot up, begun as a start of the desktop does it; ends with the test at the latest. */
export function begunSync(url: string, given: Begun = {}) {
  const { secrets = memorySecrets(), folder = testFolder(), delays, choice = () => usualChoice } = given;
  const real = createSnapshot({
    custody: createCustody(secrets, "snapshot", folder),
    reviewCustody: () => createCustody(memorySecrets(), "reviews", folder),
    program: join(import.meta.dirname, "../../../../src/main/snapshot/worker/main.ts"),
    logger: collectingLogger(),
    onRevival: () => undefined,
  });
  const snapshot = { ...real, ...given.instead?.(real) };
  const sync = createSync({
    remote: createRemote({ baseUrl: () => url, tokens: heldTokens("access", null) }),
    snapshot,
    firstOrganizationId: () => null,
    onProgress: () => undefined,
    choice,
    ...(delays && { delays }),
  });
  sync.start(snapshot.openFor(ada.id));
  sync.heard({ type: "ready" });
  const end = async () => {
    sync.stop();
    await snapshot.close();
  };
  onTestFinished(end);
  return { snapshot, sync, end };
}
