import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { testDesktop } from "../support/desktop.ts";
import { acme, ada, organizationId, signedIn } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { invitationToken, received } from "../support/whole-server.ts";

const digest = "a".repeat(64);
const otherId = "0190a000-0000-7000-8000-0000000000ef";

test("a logo is fetched once, for its own organization, and not kept beyond the membership", async () => {
  let member = true;
  const server = await stubServer({
    "session.signIn": async () => signedIn(),
    "me.get": async () => ada,
    "organization.list": async () => ({ items: [acme], next: null, total: 1, matching: 1 }),
    "organization.get": async (_, reply) =>
      member ? acme : await sendFault(reply, { kind: "notFound", what: "organization" }),
    "organization.logo": async ({ params }, reply) => {
      const { organizationId: of } = params as { organizationId: string };
      if (of !== organizationId || !member) return await sendFault(reply, { kind: "notFound", what: "logo" });
      return { type: "image/webp", base64: "UklGRg==" };
    },
  });
  const asked = () => server.requests.filter(({ url }) => url.includes("/logo/")).length;
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  await desktop.call("session.signIn", { email: "ada@example.com", password: "violet otters hum at dawn" });

  const logo = { ok: true, value: { type: "image/webp", base64: "UklGRg==" } };
  expect(await desktop.call("organization.logo", { organizationId, digest })).toMatchObject(logo);
  await eventually(async () => {
    const before = asked();
    expect(await desktop.call("organization.logo", { organizationId, digest })).toMatchObject(logo);
    expect(asked()).toBe(before);
  });

  const before = asked();
  expect(await desktop.call("organization.logo", { organizationId: otherId, digest })).toMatchObject({ ok: false });
  expect(asked()).toBe(before + 1);

  member = false;
  await desktop.call("organization.get", { organizationId });
  expect(await desktop.call("organization.logo", { organizationId, digest })).toMatchObject({ ok: false });
});

test("the logo behind an opened link is asked for by its token, which stays here, and only while it is open", async () => {
  const server = await stubServer({
    "invitation.preview": async () => ({ ...received, logo: digest }),
    "invitation.previewLogo": async ({ body }, reply) => {
      const { token } = body as { token: string };
      if (token !== invitationToken) return await sendFault(reply, { kind: "notFound", what: "invitation" });
      return { type: "image/webp", base64: "UklGRg==" };
    },
  });
  const asked = () => server.requests.filter(({ url }) => url.includes("/logo")).length;
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  expect(await desktop.call("invitation.openedLogo", { digest })).toMatchObject({ ok: false });
  await desktop.call("invitation.open", { link: invitationToken });
  expect(await desktop.call("invitation.openedLogo", { digest: "b".repeat(64) })).toMatchObject({ ok: false });
  expect(asked()).toBe(0);
  const logo = { ok: true, value: { type: "image/webp", base64: "UklGRg==" } };
  expect(await desktop.call("invitation.openedLogo", { digest })).toMatchObject(logo);
  await desktop.call("invitation.dismissOpened", {});
  expect(await desktop.call("invitation.openedLogo", { digest })).toMatchObject({ ok: false });
  expect(asked()).toBe(1);
});
