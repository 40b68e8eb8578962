import type { SignedIn } from "#contract/entities/account.ts";

/** Where the client takes its tokens from and puts new ones. Only the main process ever holds one. */
export interface Tokens {
  access(): string | null;
  refresh(): string | null;
  /** Keeps what `spent` was exchanged for, unless the person signed out or in meanwhile. */
  renewed(signedIn: SignedIn, spent: string): Promise<void>;
  /** The server refused this refresh token: where it is still the current one, the person is signed out. */
  refused(spent: string): Promise<void>;
}
