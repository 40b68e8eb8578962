/** A telephone number as people write it: digits with blanks, brackets, hyphens and dots between, `+` at most first. */
const written = /^\+?[0-9](?:[0-9 ().\-/]*[0-9])?$/;

/**
 * Reads a telephone number: blanks trimmed and folded, nothing else changed, or null where it is none. Only what can
 * stand in a number passes, so neither line breaks nor markup reach a letter or a page (`requirements/004…`, 'Contact
 * information').
 */
export function readPhone(raw: string): string | null {
  const phone = raw.normalize("NFKC").trim().replaceAll(/ +/g, " ");
  const body = phone.startsWith("(") ? phone.slice(1) : phone;
  const digits = phone.replaceAll(/[^0-9]/g, "").length;
  return written.test(body) && phone.length <= 40 && digits >= 4 && digits <= 20 ? phone : null;
}
