import { cleanLogo } from "#server/logo/clean.ts";
import { cleanSvg } from "#server/logo/svg.ts";
import { FaultError } from "#server/dispatch/fault-error.ts";
import { describe, expect, test } from "vitest";

/** An SVG is a document that runs: what is kept of it is only ever a picture. */
const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const clean = (text: string) => cleanSvg(Buffer.from(text), null);
const codeOf = async (text: string): Promise<string> => {
  const error = await cleanLogo(Buffer.from(text).toString("base64"), null).catch((caught: unknown) => caught);
  if (!(error instanceof FaultError) || error.fault.kind !== "invalid") throw error;
  return error.fault.issues[0]?.code ?? "";
};

test("a picture stays: shapes, gradients, styles and what refers to them", async () => {
  const kept = await clean(
    svg(
      `<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient></defs>` +
        `<style>.a{fill:url(#g)}</style><path class="a" d="M0 0h10v10z" style="stroke:#00f"/><text>Tea</text>` +
        `<radialGradient id="h" xlink:href="#g"/><clipPath id="c"><circle r="4"/></clipPath>`,
    ),
  );
  for (const part of ["linearGradient", "url(#g)", "M0 0h10v10z", "stroke:#00f", "Tea", 'href="#g"', "clipPath"]) {
    expect(kept).toContain(part);
  }
});

describe("nothing runs, loads or refers outside", () => {
  test.each([
    ["a script", "<script>alert(1)</script>", "alert"],
    ["a script under another prefix", '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', "script"],
    ["a script of HTML", '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', "alert"],
    ["a handler", '<path onload="alert(1)" onclick="alert(1)"/>', "alert"],
    ["a handler in capitals", '<path ONLOAD="alert(1)"/>', "alert"],
    [
      "foreignObject",
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="evil"/></foreignObject>',
      "evil",
    ],
    ["a link", '<a href="javascript:alert(1)"><path/></a>', "alert"],
    ["an image", '<image href="https://evil.example/x.png"/>', "evil"],
    ["an image in it", '<image xlink:href="data:image/svg+xml;base64,evil"/>', "evil"],
    ["another document's part", '<use xlink:href="https://evil.example/x.svg#a"/>', "evil"],
    ["another gradient", '<linearGradient href="https://evil.example/x.svg#a"/>', "evil"],
    ["a fill from elsewhere", '<path fill="url(https://evil.example/#a)"/>', "evil"],
    ["a style from elsewhere", `<path style="fill:url('https://evil.example/#a')"/>`, "evil"],
    ["a quoted address with spaces", '<path style="fill: URL(  &quot; https://evil.example/ &quot; )"/>', "evil"],
    ["CSS that imports", '<style>@import "https://evil.example/x.css";</style>', "evil"],
    ["CSS with an address", "<style>path{fill:url(//evil.example/x)}</style>", "evil"],
    ["CSS with an escape", "<style>path{fill:\\75rl(//evil.example/x)}</style>", "evil"],
    ["a font", "<style>@font-face{src:url(//evil.example/x)}</style>", "evil"],
    ["an animation of a link", '<animate attributeName="href" values="javascript:evil"/>', "evil"],
    ["a set", '<set attributeName="onload" to="evil"/>', "evil"],
    ["a filter", '<filter id="f"><feImage href="https://evil.example/x"/></filter>', "evil"],
    ["a processing instruction", '<?xml-stylesheet href="https://evil.example/x.css"?><path/>', "evil"],
    ["a comment", "<!-- evil --><path/>", "evil"],
    ["data attributes", '<path data-x="evil"/>', "evil"],
    ["an encoding trick", '<path style="fill:&#117;rl(&#47;&#47;evil.example)"/>', "evil"],
  ])("%s is taken out", async (_, inside, trace) => {
    const kept = await clean(svg(`${inside}<circle r="3"/>`));
    expect(kept).not.toContain(trace);
    expect(kept).toContain("<circle");
  });

  test("before and after the root is nothing", async () => {
    const kept = await clean(
      `<?xml version="1.0"?><?xml-stylesheet href="evil"?><!--evil-->${svg("<path/>")}<!--evil-->`,
    );
    expect(kept).toMatch(/^<svg/);
    expect(kept).not.toContain("evil");
  });

  test("the root's own handlers go as well", async () => {
    expect(
      await clean(svg("<path/>", 'viewBox="0 0 1 1" onload="evil()" style="background:url(//evil)"')),
    ).not.toContain("evil");
  });
});

describe("refused", () => {
  test.each([
    [
      "an external entity",
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"),
      "unknownFormat",
    ],
    [
      "a billion laughs",
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("<text>&b;</text>"),
      "unknownFormat",
    ],
    ["what is not well-formed", svg("<path>"), "unreadable"],
    ["another root", `<svg:html xmlns:svg="http://www.w3.org/1999/xhtml"></svg:html>`, "unknownFormat"],
    ["another namespace", `<svg xmlns="http://www.w3.org/1999/xhtml"><script/></svg>`, "unreadable"],
    ["no size", svg("<path/>", ""), "noSize"],
    ["a depth that ends stacks", svg("<g>".repeat(9_000) + "</g>".repeat(9_000)), "tooComplex"],
    [
      "a depth behind quotes, comments and CDATA",
      svg("<g a=\"/>\"><!--</g>--><g b='/>'><![CDATA[</g>]]>".repeat(150) + "</g>".repeat(300)),
      "tooComplex",
    ],
    [
      "one part with thousands of attributes",
      svg(`<path ${Array.from({ length: 9000 }, (_, i) => `a${i}="1"`).join(" ")}/>`),
      "tooComplex",
    ],
    ["comments that never end", svg("<!--".repeat(400_000)), "unsafe"],
    ["more parts than a logo has", svg("<path/>".repeat(30_000)), "tooComplex"],
  ])("%s", async (_, text, code) => {
    expect(await codeOf(text)).toBe(code);
  });

  test("an entity is refused by the reader too, whatever led there", async () => {
    const text = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>");
    await expect(clean(text)).rejects.toThrow();
  });
});

test("a crop becomes the view box, in the picture's own units and shape", async () => {
  const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
  const box = async (attributes: string) =>
    /viewBox="([^"]*)"/.exec(await cleanSvg(Buffer.from(svg("<path/>", attributes)), crop))?.[1];
  expect(await box('viewBox="0 0 20 10"')).toBe("10 0 10 10");
  expect(await box('width="200px" height="100"')).toBe("100 0 100 100");
  // Shown twice as wide as its view box, which then stands in the middle.
  expect(await box('viewBox="0 0 10 10" width="20" height="10"')).toBe("5 0 10 10");
});

test("a large one is drawn, so that no list carries it", async () => {
  const paths = Array.from(
    { length: 3000 },
    (_, i) =>
      `<path d="M${i % 10} 0h10v10zM1 1h8v8zM2 2h6v6z" fill="#${(i * 7919).toString(16).padStart(6, "0").slice(-6)}"/>`,
  );
  const logo = await cleanLogo(Buffer.from(svg(paths.join(""))).toString("base64"), null);
  expect(logo.type).toBe("image/webp");
});

test("one part of 2 MB is read", async () => {
  const { type } = await cleanLogo(Buffer.from(svg(`<path d="${"M0 0".repeat(500_000)}"/>`)).toString("base64"), null);
  expect(type).toBe("image/webp");
});

test("the largest that is taken is read within a second or two", async () => {
  const text = svg(`<path d="${"M0 0".repeat(400)}" fill="#123" stroke="#456" opacity="1"/>`.repeat(1200));
  expect(text.length).toBeLessThan(2 * 1024 * 1024);
  const start = performance.now();
  await cleanLogo(Buffer.from(text).toString("base64"), null);
  expect(performance.now() - start).toBeLessThan(20_000);
});
