import { Account, type SignedIn } from "#contract/entities/account.ts";
import { z } from "zod";
import { describeError, type Logger } from "../logger.ts";
import type { Tokens } from "../remote/tokens.ts";
import { parsedJson } from "../remote/faults.ts";
import type { SecretStore } from "./secret-store.ts";

/** The one sign-in of this desktop on one server: the only place that holds tokens. */
export interface Session extends Tokens {
  account(): Account | null;
  signedIn(signedIn: SignedIn): Promise<void>;
  /** The person changed something about themselves. */
  updated(account: Account): void;
  /** Forgets the person on this machine; the server is told by whoever calls this. */
  forget(): Promise<void>;
  /** The same because the server says that the sign-in is over. */
  end(): Promise<void>;
  /** Whether the server ended the last sign-in, until somebody signs in or out. */
  ended(): boolean;
  /** Whether an earlier start left a sign-in behind. Nothing is asked of the server. */
  restore(): Promise<boolean>;
}

export interface SessionOptions {
  readonly secrets: SecretStore;
  /** Names the server's entry in the secret store. */
  readonly serverKey: string;
  /** The person changed: signed in, out, or became another. Signing out waits until it is done with. */
  readonly onChange: () => void | Promise<void>;
  readonly logger: Pick<Logger, "warn">;
}

interface Held {
  account: Account | null;
  access: string | null;
  refresh: string | null;
}

/** What a sign-in leaves for the next start. */
const Left = z.object({ refreshToken: z.string(), account: Account });

export function createSession({ secrets, serverKey, onChange, logger }: SessionOptions): Session {
  const held: Held = { account: null, access: null, refresh: null };
  const entry = `session:${serverKey}`;
  /** What fails on this machine's disk must neither keep somebody signed in nor end the program. */
  const despite = async (what: string, work: () => void | Promise<void>) => {
    try {
      await work();
    } catch (error) {
      logger.warn(what, describeError(error));
    }
  };
  const told = async () => await despite("A change of person could not be followed", onChange);
  let ended = false;
  const hold = async (signedIn: SignedIn) => {
    ended = false;
    held.refresh = signedIn.refreshToken;
    held.access = signedIn.accessToken;
    held.account = signedIn.account;
    const left = { refreshToken: signedIn.refreshToken, account: signedIn.account };
    await despite("A sign-in could not be kept", async () => await secrets.write(entry, JSON.stringify(left)));
  };
  let forgetting = Promise.resolve();
  const forget = async (byServer: boolean) => {
    if (!byServer) ended = false;
    if (held.refresh !== null || held.account !== null) {
      Object.assign(held, { account: null, access: null, refresh: null });
      ended = byServer;
      forgetting = despite("A sign-in could not be removed", async () => await secrets.remove(entry)).then(told);
    }
    // Whoever else signs out at the same time waits as well: the server's feed is often first to say so.
    await forgetting;
  };
  return {
    account: () => held.account,
    access: () => held.access,
    refresh: () => held.refresh,
    signedIn: async (signedIn) => {
      await hold(signedIn);
      void told();
    },
    renewed: async (signedIn, spent) => {
      if (held.refresh !== spent) return;
      await hold(signedIn);
      void told();
    },
    refused: async (spent) => {
      if (held.refresh === spent) await forget(true);
    },
    updated: (account) => {
      if (held.account?.id !== account.id) return;
      held.account = account;
      void told();
    },
    forget: async () => await forget(false),
    end: async () => await forget(true),
    ended: () => ended,
    restore: async () => {
      const left = Left.safeParse(parsedJson((await secrets.read(entry)) ?? ""));
      if (!left.success) return false;
      Object.assign(held, { account: left.data.account, access: null, refresh: left.data.refreshToken });
      void told();
      return true;
    },
  };
}
