import sharp from "sharp";
import { maxLogoBytes } from "#domain/logo.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;
let stranger: Person;
let organizationId: string;
let strangersId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Mila Member");
  stranger = await server.person("Sam Stranger");
  const seats = [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ];
  ({ organizationId } = await furnishTeam(server, "agency", seats));
  ({ organizationId: strangersId } = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]));
});
afterAll(async () => server.stop());

type Color = readonly [number, number, number];
const red: Color = [255, 0, 0];
const blue: Color = [0, 0, 255];

/** Red at the left, blue at the right. */
async function twoHalves(width = 400, height = 200, format: "png" | "jpeg" = "png"): Promise<Buffer> {
  const half = { create: { width: width / 2, height, channels: 3, background: { r: 0, g: 0, b: 255 } } } as const;
  return sharp({ create: { width, height, channels: 3, background: { r: 255, g: 0, b: 0 } } })
    .composite([
      {
        input: await sharp(half.create ? half : half)
          .png()
          .toBuffer(),
        left: width / 2,
        top: 0,
      },
    ])
    .toFormat(format)
    .toBuffer();
}

const set = (image: Buffer | string, crop?: { x: number; y: number; width: number; height: number }, as = owner) =>
  server.call(
    "organization.setLogo",
    { organizationId, image: Buffer.from(image).toString("base64"), ...(crop ? { crop } : {}) },
    { as },
  );

async function shown() {
  const { value } = await server.call("organization.get", { organizationId }, { as: member });
  const logo = await server.call("organization.logo", { organizationId, digest: value?.logo ?? "" }, { as: member });
  if (logo.value === undefined) throw new Error("There is no logo");
  return { type: logo.value.type, bytes: Buffer.from(logo.value.base64, "base64") };
}

async function colorAt(bytes: Buffer, x: number, y: number): Promise<Color> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

const near = (color: Color, wanted: Color): boolean => color.every((part, i) => Math.abs(part - (wanted[i] ?? 0)) < 24);

describe("PNG and JPG", () => {
  test.each(["png", "jpeg"] as const)("a %s is drawn anew, square, without its metadata", async (format) => {
    const image = await sharp(await twoHalves())
      .withExif({ IFD0: { Copyright: "secret-place" } })
      .toFormat(format)
      .toBuffer();
    expect(image.includes("secret-place")).toBe(true);
    expect((await set(image, { x: 0, y: 0, width: 0.5, height: 1 })).fault).toBeUndefined();
    const { type, bytes } = await shown();
    expect(type).toBe("image/webp");
    expect(bytes.includes("secret-place")).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 512, height: 512 });
    expect(near(await colorAt(bytes, 0.9, 0.5), red)).toBe(true);
  });

  test("the crop decides what is seen, and turning by metadata is honoured", async () => {
    await set(await twoHalves(), { x: 0.5, y: 0, width: 0.5, height: 1 });
    expect(near(await colorAt((await shown()).bytes, 0.1, 0.5), blue)).toBe(true);
    // Shown a quarter turned to the right: what was left is above.
    const turned = await sharp(await twoHalves(400, 200, "jpeg"))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await set(turned, { x: 0, y: 0.5, width: 1, height: 0.5 });
    expect(near(await colorAt((await shown()).bytes, 0.5, 0.5), blue)).toBe(true);
    await set(turned, { x: 0, y: 0, width: 1, height: 0.5 });
    expect(near(await colorAt((await shown()).bytes, 0.5, 0.5), red)).toBe(true);
  });

  test("a polyglot loses all but its picture", async () => {
    await set(Buffer.concat([await twoHalves(420), Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]));
    const { bytes } = await shown();
    expect(bytes.includes("script")).toBe(false);
  });

  test("a bomb of pixels is refused before it is unpacked", async () => {
    const bomb = await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: "white" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(maxLogoBytes);
    expect((await set(bomb)).fault).toMatchObject({ kind: "invalid", issues: [{ code: "tooManyPixels" }] });
  });

  test.each([
    ["HTML that calls itself a PNG", "<!doctype html><script>alert(1)</script>", "unknownFormat"],
    ["a GIF", "GIF89a\u0001\u0000\u0001\u0000", "unknownFormat"],
    ["nothing but a signature", Buffer.from("89504e470d0a1a0a", "hex"), "unreadable"],
    ["a JPG cut short", Buffer.from("ffd8ffe000104a4649460001", "hex"), "unreadable"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", "unknownFormat"],
  ])("%s is refused", async (_, image, code) => {
    expect((await set(Buffer.from(image))).fault).toMatchObject({ kind: "invalid", issues: [{ path: "image", code }] });
  });

  test("more than 2 MB is refused, and so is a body that is larger still", async () => {
    const padded = Buffer.concat([await twoHalves(), Buffer.alloc(maxLogoBytes)]);
    expect((await set(padded)).status).toBe(400);
    expect((await set(Buffer.alloc(4 * 1024 * 1024, 1))).fault).toMatchObject({ kind: "limitReached", limit: "size" });
    const headers = { authorization: `Bearer ${owner.token}` };
    const url = `/v1/organizations/${organizationId}`;
    const payload = { description: "x".repeat(300 * 1024) };
    expect((await server.app.inject({ method: "PATCH", url, headers, payload })).statusCode).toBe(429);
  });

  test.each([
    { x: 0.6, y: 0, width: 0.5, height: 1 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: -0.1, y: 0, width: 0.5, height: 0.5 },
  ])("a crop outside the image is refused: $x $y $width $height", async (crop) => {
    expect((await set(await twoHalves(), crop)).fault?.kind).toBe("invalid");
  });
});

describe("who may", () => {
  test("a member sees the logo and does not change it; a stranger does neither", async () => {
    expect((await set(await twoHalves(444, 100))).fault).toBeUndefined();
    const { value } = await server.call("organization.get", { organizationId }, { as: owner });
    const digest = value?.logo ?? "";
    expect((await set(await twoHalves(446), undefined, member)).fault).toMatchObject({ kind: "forbidden" });
    expect((await server.call("organization.removeLogo", { organizationId }, { as: member })).status).toBe(403);
    expect((await server.call("organization.logo", { organizationId, digest }, { as: member })).status).toBe(200);
    expect((await server.call("organization.logo", { organizationId, digest }, { as: stranger })).status).toBe(404);
    expect((await set(await twoHalves(448), undefined, stranger)).status).toBe(404);
    // The digest alone opens nothing: it is looked up within the stranger's own organization.
    const elsewhere = { organizationId: strangersId, digest };
    expect((await server.call("organization.logo", elsewhere, { as: stranger })).fault).toMatchObject({
      kind: "notFound",
      what: "logo",
    });
  });

  test("a logo is audited, the same again is nothing, and removing it leaves none", async () => {
    const image = await twoHalves(450);
    await set(image);
    expect((await set(image)).fault).toMatchObject({ issues: [{ code: "nothingToChange" }] });
    const before = await server.call("organization.get", { organizationId }, { as: owner });
    const digest = before.value?.logo ?? "";
    expect((await server.call("organization.removeLogo", { organizationId }, { as: owner })).value?.logo).toBeNull();
    expect((await server.call("organization.removeLogo", { organizationId }, { as: owner })).status).toBe(404);
    expect((await server.call("organization.logo", { organizationId, digest }, { as: owner })).status).toBe(404);
    const events = await server.call("auditEvent.list", { organizationId }, { as: owner });
    expect(events.value?.items.slice(0, 2)).toMatchObject([
      { action: "organization.logoRemoved", before: { logo: digest }, after: { logo: null } },
      { action: "organization.logoChanged", after: { logo: digest } },
    ]);
  });
});

describe("while somebody else holds the organization", () => {
  /** Another command of the organization, at work for as long as `meanwhile` takes. */
  const atWork = (meanwhile: () => Promise<void>) =>
    server.services.pools.system.transaction().execute(async (db) => {
      await db.selectFrom("organizations").select("id").where("id", "=", organizationId).forUpdate().execute();
      await meanwhile();
    });

  test("an image is looked at without waiting for it, and by nobody who may not set it", async () => {
    await atWork(async () => {
      const damaged = Buffer.concat([(await twoHalves()).subarray(0, 60)]);
      expect((await set(damaged)).fault).toMatchObject({ kind: "invalid", issues: [{ code: "unreadable" }] });
      expect((await set(damaged, undefined, member)).fault).toMatchObject({ kind: "forbidden" });
      expect((await set(damaged, undefined, stranger)).fault).toMatchObject({ kind: "notFound" });
    });
  });
});

test("a preview looks at no image and keeps none", async () => {
  const { value: before } = await server.call("organization.get", { organizationId }, { as: owner });
  const image = Buffer.from("no image").toString("base64");
  const change = { operation: "organization.setLogo", input: { image } } as const;
  const previewed = await server.call("change.preview", { organizationId, change }, { as: owner });
  expect(previewed.value).toMatchObject({ verdict: { allowed: true }, events: ["organization.logoChanged"] });
  const { value: after } = await server.call("organization.get", { organizationId }, { as: owner });
  expect(after).toEqual(before);
});
