import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { readImage } from "#renderer/features/settings/logo/readImage.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderOrganizationSettings } from "./renderSettings.tsx";

const organizationId = idOf(100);
const png = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="),
  (c) => c.charCodeAt(0),
);
const file = (content: BlobPart, name: string, type: string) => new File([content], name, { type });
const chooser = () => screen.getByLabelText<HTMLInputElement>("Image for the logo");

test("an image is cropped and sent with the square that was chosen", async () => {
  let saved = anOrganization();
  const { bridge, user } = await renderOrganizationSettings({
    "organization.get": () => saved,
    "organization.setLogo": () => {
      saved = anOrganization({ logo: "a".repeat(64) });
      return saved;
    },
    "organization.logo": () => ({ type: "image/webp", base64: "UklGRg==" }),
  });
  await user.upload(chooser(), file(png, "logo.png", "image/png"));
  const image = await screen.findByRole("img", { name: "The chosen image" });
  Object.defineProperty(image, "naturalWidth", { value: 200 });
  Object.defineProperty(image, "naturalHeight", { value: 100 });
  fireEvent.load(image);
  await user.click(await screen.findByRole("button", { name: "Use as logo" }));
  expect(await screen.findByText("Everyone in Northwind now sees the new logo")).toBeDefined();
  const [sent] = bridge.inputsOf("organization.setLogo");
  expect(sent).toMatchObject({ organizationId, crop: { x: 0.25, y: 0, width: 0.5, height: 1 } });
  expect(await screen.findByRole("button", { name: "Replace" })).toBeDefined();
  await waitFor(() => expect(document.querySelector('img[src^="data:image/webp;base64,"]')).not.toBeNull());
});

test("what is too large or no image is said in words and never sent", async () => {
  const { bridge, user } = await renderOrganizationSettings();
  await user.upload(chooser(), file(new Uint8Array(3.05 * 1024 * 1024), "big.png", "image/png"));
  expect((await screen.findByRole("alert")).textContent).toBe("The image is 3.1 MB. Choose one up to 2 MB.");
  await user.upload(chooser(), file("<!doctype html><script>alert(1)</script>", "page.png", "image/png"));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/Choose a PNG, JPG or SVG/));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(bridge.inputsOf("organization.setLogo")).toEqual([]);
});

test("a damaged image is said in its place and cannot be used", async () => {
  const { user } = await renderOrganizationSettings();
  await user.upload(chooser(), file(png, "half.png", "image/png"));
  fireEvent.error(await screen.findByRole("img", { name: "The chosen image" }));
  expect((await screen.findByRole("alert")).textContent).toBe("The image is damaged. Choose another.");
  expect(screen.queryByRole("img", { name: "The chosen image" })).toBeNull();
  expect(screen.getByRole("button", { name: "Use as logo" })).toHaveProperty("disabled", true);
});

test("a refusal stands in the dialog, which stays", async () => {
  const { user } = await renderOrganizationSettings({
    "organization.setLogo": () =>
      failed({
        kind: "invalid",
        issues: [{ path: "image", code: "tooComplex", message: "This SVG has too many parts" }],
      }),
  });
  await user.upload(chooser(), file(png, "logo.png", "image/png"));
  fireEvent.load(await screen.findByRole("img", { name: "The chosen image" }));
  await user.click(await screen.findByRole("button", { name: "Use as logo" }));
  expect(await screen.findByText("This SVG has too many parts")).toBeDefined();
});

test("a logo is removed", async () => {
  const logo = "b".repeat(64);
  const { bridge, user } = await renderOrganizationSettings({
    "organization.get": () => anOrganization({ logo }),
    "organization.list": () => ({ items: [anOrganization({ logo })], next: null, total: 1, matching: 1 }),
    "organization.logo": () => ({ type: "image/svg+xml", base64: "PHN2Zy8+" }),
    "organization.removeLogo": () => anOrganization(),
  });
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove the logo of Northwind" });
  expect(within(dialog).getByText(/The picture is not kept/)).toBeDefined();
  expect(bridge.inputsOf("organization.removeLogo")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(bridge.inputsOf("organization.removeLogo")).toEqual([{ organizationId }]));
});

test("removing a logo does not save what else is being edited", async () => {
  const logo = "b".repeat(64);
  const { bridge, user } = await renderOrganizationSettings({
    "organization.get": () => anOrganization({ logo }),
    "organization.list": () => ({ items: [anOrganization({ logo })], next: null, total: 1, matching: 1 }),
    "organization.logo": () => ({ type: "image/svg+xml", base64: "PHN2Zy8+" }),
    "organization.removeLogo": () => anOrganization(),
  });
  await user.type(screen.getByRole("textbox", { name: "Industry" }), "Shipping");
  await user.click(screen.getByRole("button", { name: "Remove" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove the logo of Northwind" });
  await user.click(within(dialog).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(bridge.inputsOf("organization.removeLogo")).toEqual([{ organizationId }]));
  expect(await screen.findByText("Northwind shows its initials again")).toBeDefined();
  expect(bridge.inputsOf("organization.update")).toEqual([]);
  expect(screen.getByRole("textbox", { name: "Industry" })).toHaveProperty("value", "Shipping");
});

test.each([
  ["an SVG after its prologue", '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="x"/>', true],
  ["HTML with an SVG in it", "<html><svg/></html>", false],
  ["nothing", "", false],
])("%s", async (_, content, ok) => {
  expect((await readImage(new Blob([content]))).ok).toBe(ok);
});
