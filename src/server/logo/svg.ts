import { boxOf, logoSide, type Box, type Crop } from "#domain/logo.ts";
import { badImage } from "./bad-image.ts";
import { removeUnsafe } from "./safe-svg.ts";
import { plainSvg } from "./svg-text.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * An SVG without anything that runs, loads or refers outside, cropped by its view box. It is parsed as the XML that a
 * browser will see, never as HTML, and written anew from the tree.
 */
export async function cleanSvg(bytes: Uint8Array, crop: Crop | null): Promise<string> {
  const text = plainSvg(bytes);
  const { JSDOM } = await import("jsdom");
  const { default: createDOMPurify } = await import("dompurify");
  const { window } = parsed(() => new JSDOM(text, { contentType: "image/svg+xml" }));
  const root = window.document.documentElement;
  if (root.namespaceURI !== svgNamespace || root.localName !== "svg") badImage("unreadable", "This is not an SVG");
  removeUnsafe(createDOMPurify(window), root);
  frame(root, boxOf(crop, 1, 1), crop === null);
  const clean = new window.XMLSerializer().serializeToString(root);
  window.close();
  return clean;
}

function parsed<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    return badImage("unreadable", "This image is damaged");
  }
}

/** Makes the view box what is kept of the picture, and the picture a square. */
function frame(root: Element, kept: Box, whole: boolean): void {
  const shown = shownBox(root);
  const view = whole
    ? shown
    : {
        left: shown.left + kept.left * shown.width,
        top: shown.top + kept.top * shown.height,
        width: kept.width * shown.width,
        height: kept.height * shown.height,
      };
  for (const name of ["x", "y", "preserveAspectRatio", "style"]) root.removeAttribute(name);
  const numbers = [view.left, view.top, view.width, view.height];
  root.setAttribute("viewBox", numbers.map((value) => String(Number(value.toFixed(4)))).join(" "));
  root.setAttribute("width", String(logoSide));
  root.setAttribute("height", String(logoSide));
}

const plainLength = /^\s*([0-9]*\.?[0-9]+)(?:px)?\s*$/;

const lengthOf = (root: Element, name: string): number => {
  const value = Number(plainLength.exec(root.getAttribute(name) ?? "")?.[1]);
  return value > 0 && value < 1e6 ? value : 0;
};

/** What a browser shows of an SVG, in its own units: the view box, widened to the shape that width and height ask for. */
function shownBox(root: Element): Box {
  const [width, height] = [lengthOf(root, "width"), lengthOf(root, "height")];
  const view = (root.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, wide = 0, high = 0] = view;
  const usable = view.length === 4 && view.every((value) => Math.abs(value) < 1e6) && wide > 0 && high > 0;
  if (!usable && (width === 0 || height === 0)) badImage("noSize", "This SVG does not say how large it is");
  if (!usable) return { left: 0, top: 0, width, height };
  if (width === 0 || height === 0) return { left, top, width: wide, height: high };
  const [fullWide, fullHigh] = [Math.max(wide, (high * width) / height), Math.max(high, (wide * height) / width)];
  return { left: left - (fullWide - wide) / 2, top: top - (fullHigh - high) / 2, width: fullWide, height: fullHigh };
}
