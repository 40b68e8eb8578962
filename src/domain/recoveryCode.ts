/** How many are given out at once; each signs in once, in place of a one-time code. */
export const recoveryCodeCount = 10;
/** Random bytes behind one code, of which 5 bits a character are used. */
export const recoveryCodeBytes = 16;

/** Without what looks alike on paper: no I, L, O and U. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The code that random bytes stand for, as `k3fd-9q2m-x7ta-0bze`: 80 bits, so that its digest, should it leak, cannot
 * be guessed back.
 */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const characters = Array.from(bytes.subarray(0, recoveryCodeBytes), (byte) => alphabet.charAt(byte % 32)).join("");
  return characters.replaceAll(/.{4}(?=.)/g, "$&-");
}

/** What a person typed as a one-time code (six digits), else as a recovery code in its stored form; null for neither. */
export function readSecondFactor(
  typed: string,
): { readonly kind: "oneTime" | "recovery"; readonly code: string } | null {
  const bare = typed.replaceAll(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(bare)) return { kind: "oneTime", code: bare };
  // As Crockford's base 32 is read: a person may take one for the other.
  const read = bare.replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(read) ? { kind: "recovery", code: read } : null;
}
