import { commonPasswords, commonStems } from "./common.ts";

const runs = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
const lookalikes: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/**
 * Whether a password is one that guessing starts with: on the list, a run or repetition of few characters, or one
 * common word (also with `@` for `a` and the like, also repeated) with digits and signs around it.
 */
export function isCommon(password: string): boolean {
  const folded = password.normalize("NFKC").toLowerCase();
  if (commonPasswords.has(folded) || new Set(folded).size <= 3 || isRun(folded)) return true;
  const core = folded.replace(/^[\W\d_]+/u, "").replace(/[\W\d_]+$/u, "");
  const read = core.replaceAll(/[@431!0$57]/gu, (sign) => lookalikes[sign] ?? sign);
  return [lettersOf(folded), lettersOf(read)].some(isOneStem) || isRepeated(folded);
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, "");
}

function isOneStem(letters: string): boolean {
  const repeated = /^(.+?)\1+$/u.exec(letters)?.[1] ?? letters;
  return commonStems.has(repeated) || commonStems.has(letters);
}

/** Whether a short piece (up to a third of the whole) is all there is. */
function isRepeated(text: string): boolean {
  const piece = /^(.+?)\1{2,}$/su.exec(text)?.[1];
  return piece !== undefined && piece.length <= 6;
}

function isRun(text: string): boolean {
  const backwards = Array.from(text).reverse().join("");
  return runs.some((run) => run.includes(text) || run.includes(backwards));
}
