import { presets } from "#domain/policy/presets.ts";

const spoken = ["aria-label", "aria-description", "title", "placeholder", "alt"];
/** Written by Intl, by the keyboard's maker or for machines. */
const exempt = "time, kbd, style, script, title";

const initials = /^\p{L}{1,2}$/u;

/** What a person sees or hears on the page that neither passed through i18next nor is in `data`. */
export function untranslated(root: Element, data: readonly string[]): string[] {
  const known = data.filter((text) => text !== "").toSorted((a, b) => b.length - a.length);
  return [...textsOf(root)].filter((text) => /\p{L}/u.test(rest(text, known)));
}

function* textsOf(root: Element): Generator<string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest(exempt)) continue;
    if (node instanceof Element) {
      for (const name of spoken) yield node.getAttribute(name) ?? "";
    } else if (!element.closest("[aria-hidden='true']") || !initials.test(node.textContent ?? ""))
      yield node.textContent ?? "";
  }
}

/** A text without what the pseudo-locale has bracketed and without data. */
function rest(text: string, known: readonly string[]): string {
  let left = known.reduce((shorter, word) => shorter.replaceAll(word, ""), text);
  // Innermost first: a sentence may hold another one.
  for (let before = ""; before !== left;) {
    before = left;
    left = left.replace(/\[[^[\]]*~+\]/g, "");
  }
  // A text with a tag in it stands in several nodes: one opens its bracket, another closes it.
  return left.replace(/^\[[^[\]]*$|^[^[\]]*~+\]$/, "");
}

/** Every text inside a value: of fixtures, of answers, of the presets, whose words are the organization's own. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

export const presetWords: readonly string[] = stringsIn(presets);
