import type { OfflineChoice, OfflineData } from "#contract/entities/offline.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";
import type { KeptWhere } from "../snapshot/worker/protocol.ts";
import type { Sync } from "./sync.ts";

/** What the person decides about the data on this computer. */
export interface OfflineKeeping {
  data(): Promise<OfflineData>;
  choose(choice: OfflineChoice): Promise<OfflineData>;
  /** What could not be brought up to date is tried at once. */
  tryAgain(): Promise<OfflineData>;
  /** Removes all of it, and keeps nothing until something is chosen again. */
  remove(): Promise<OfflineData>;
  /** A passphrase protects it from now on: what is in memory goes to the disk. */
  settle(): Promise<void>;
  /** Nothing protects it any more: it goes from the disk before `unprotect`, and is read again into memory. */
  release(unprotect: () => Promise<void>): Promise<void>;
}

interface Parts {
  readonly snapshot: Pick<PersonalSnapshot, "stored" | "erase" | "eraseReviews" | "openFor" | "keptWhere" | "settle">;
  readonly sync: Pick<Sync, "chosen" | "start" | "hindered" | "tryAgain">;
  readonly choice: () => OfflineChoice;
  readonly choose: (choice: OfflineChoice) => void;
  readonly person: () => string | null;
}

export function createOfflineKeeping({ snapshot, sync, choice, choose, person }: Parts): OfflineKeeping {
  const data = async (): Promise<OfflineData> => ({
    kept: snapshot.keptWhere(),
    choice: choice(),
    organizations: await snapshot.stored(),
    hindered: sync.hindered(),
  });
  const begin = async (opened: Promise<KeptWhere>) => {
    sync.start(opened);
    await opened;
    await sync.chosen();
  };
  return {
    data,
    settle: async () => {
      const accountId = person();
      if (accountId !== null) await begin(snapshot.settle(accountId));
    },
    release: async (unprotect) => {
      const accountId = person();
      await snapshot.erase();
      if (accountId !== null) await snapshot.eraseReviews(accountId);
      await unprotect();
      if (accountId !== null) await begin(snapshot.openFor(accountId));
    },
    choose: async (next) => {
      choose(next);
      await sync.chosen();
      return await data();
    },
    tryAgain: async () => {
      sync.tryAgain();
      return await data();
    },
    remove: async () => {
      choose({ ...choice(), organizationIds: [] });
      const accountId = person();
      await snapshot.erase();
      if (accountId !== null) await begin(snapshot.openFor(accountId));
      return await data();
    },
  };
}
