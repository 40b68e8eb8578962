import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { joinThroughInbox } from "./support/joining.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

/** Green at the left, purple at the right. */
async function banner(): Promise<Buffer> {
  const half = { create: { width: 300, height: 300, channels: 3, background: "#7a3fd1" } } as const;
  return sharp({ create: { width: 600, height: 300, channels: 3, background: "#1f9d55" } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 300, top: 0 }])
    .png()
    .toBuffer();
}

/** The colour in the middle of the logo beside the organization's name in the sidebar. */
async function logoColor(page: Page): Promise<string> {
  const address = await page.locator("nav img, aside img").first().getAttribute("src");
  const bytes = Buffer.from(address?.split(",")[1] ?? "", "base64");
  const { data } = await sharp(bytes).resize(1, 1).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (data[1] ?? 0) > (data[2] ?? 0) ? "green" : "purple";
}

test("a logo is cropped by the keyboard and seen by another member at once", async ({ server, openDesktop }) => {
  const owner = (await openDesktop()).page;
  const member = (await openDesktop()).page;
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Harbour Agency");
  await joinThroughInbox(owner, member, server, character("Mila Member"), "Harbour Agency");

  await goTo(owner, "Settings");
  await owner.getByLabel("E-mail address").fill("office@harbour.example.com");
  await owner.getByLabel("Telephone").fill("+49 30 1234567");
  await owner.getByLabel("Country").fill("German");
  await owner.getByRole("option", { name: "Germany" }).click();
  await owner.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("Harbour Agency is up to date for everyone")).toBeVisible();

  const file = owner.getByLabel("Image for the logo");
  await file.setInputFiles({ name: "page.png", mimeType: "image/png", buffer: Buffer.from("<html></html>") });
  await expect(owner.getByText("This is not an image that can be a logo", { exact: false })).toBeVisible();
  await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await banner() });
  const dialog = owner.getByRole("dialog", { name: "Crop the logo" });
  await expect(dialog.getByRole("img", { name: "The chosen image" })).toBeVisible();
  await expectAccessible(owner);
  await dialog.getByRole("group", { name: /^The square to keep/ }).focus();
  for (let step = 0; step < 30; step++) await owner.keyboard.press("Shift+ArrowRight");
  await dialog.getByRole("button", { name: "Use as logo" }).click();
  await expect(owner.getByText("Everyone in Harbour Agency now sees the new logo")).toBeVisible();
  await expect.poll(async () => logoColor(owner)).toBe("purple");
  await expect.poll(async () => logoColor(member)).toBe("purple");

  await goTo(member, "Settings");
  await expect(member.getByLabel("E-mail address")).toHaveValue("office@harbour.example.com");
  await expect(member.getByLabel("E-mail address")).toBeDisabled();
  await expect(member.getByRole("button", { name: "Replace" })).toHaveAttribute("aria-disabled", "true");

  await owner.getByRole("button", { name: "Remove", exact: true }).click();
  const removing = owner.getByRole("dialog", { name: /^Remove the logo/ });
  await expectAccessible(owner);
  await removing.getByRole("button", { name: "Remove" }).click();
  await expect(member.locator("nav img, aside img")).toHaveCount(0);
});
