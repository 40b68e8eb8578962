import type { DOMPurify } from "dompurify";

/** Besides what the SVG profile leaves out: other documents inside this one, links, motion, filters that cost minutes. */
const forbidden = [
  "a",
  "altglyph",
  "animatecolor",
  "animatemotion",
  "animatetransform",
  "filter",
  "foreignobject",
  "image",
  "mpath",
  "script",
  "switch",
  "title",
  "use",
  "view",
];

/** Takes everything out that could run, load or refer outside; what is left was looked at a second time. */
export function removeUnsafe(purify: DOMPurify, root: Element): void {
  purify.sanitize(root, {
    IN_PLACE: true,
    USE_PROFILES: { svg: true },
    FORBID_TAGS: forbidden,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  for (const element of [root, ...root.querySelectorAll("*")]) cleanElement(element);
}

function cleanElement(element: Element): void {
  if (element.localName === "style" && !isHarmlessCss(element.textContent)) element.remove();
  for (const { name, localName, value } of Array.from(element.attributes)) {
    if (isDeclaration(name) || isHarmless(localName.toLowerCase(), value)) continue;
    element.removeAttribute(name);
  }
}

const isDeclaration = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");

function isHarmless(name: string, value: string): boolean {
  if (name.startsWith("on")) return false;
  if (name === "href" || name === "src") return /^\s*#/.test(value);
  return isHarmlessCss(value);
}

/** Refers to parts of this very document only. Escapes could hide an address, so nothing with one passes. */
function isHarmlessCss(css: string): boolean {
  if (css.includes("\\") || /@import|@font-face|@namespace|expression\s*\(|javascript:/i.test(css)) return false;
  return [...css.matchAll(/(?:url|src|image|image-set)\s*\(\s*(["']?)\s*(.)?/gi)].every(([, , first]) => first === "#");
}
