import type { SignedIn } from "#contract/entities/account.ts";
import type { Tokens } from "#main/remote/tokens.ts";

export interface HeldTokens extends Tokens {
  readonly refusals: string[];
}

/** Tokens in plain variables. */
export function heldTokens(access: string | null, refresh: string | null): HeldTokens {
  const held = { access, refresh };
  const refusals: string[] = [];
  return {
    refusals,
    access: () => held.access,
    refresh: () => held.refresh,
    renewed: async (signedIn: SignedIn) => {
      held.access = signedIn.accessToken;
      held.refresh = signedIn.refreshToken;
    },
    refused: async (spent) => {
      refusals.push(spent);
      held.access = null;
      held.refresh = null;
    },
  };
}
