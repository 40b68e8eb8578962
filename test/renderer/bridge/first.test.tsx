import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answered, failed, type Answer, type Source } from "#contract/answer.ts";
import type { CallOutput } from "#contract/bridge.ts";
import { useInfiniteOperation, useOperation } from "#renderer/bridge/queries.ts";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { aMember, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const organization = anOrganization();
const organizationId = organization.id;
const kept: Source = { from: "snapshot", asOf: "2026-11-01T08:00:00.000Z", revision: 6 };

/** An answer that comes when the test wants it. */
function later<Value>() {
  const { promise, resolve } = Promise.withResolvers<Answer<Value>>();
  return { promise, come: async (answer: Answer<Value>) => await act(async () => resolve(answer)) };
}

function Name() {
  const { data, source, error } = useOperation("organization.get", { organizationId });
  return <p>{data ? `${data.name} from ${source?.from}` : (error?.kind ?? "reading")}</p>;
}

function Team() {
  const { items, hasMore, loadMore, error } = useInfiniteOperation("member.list", { organizationId });
  return (
    <div>
      <p>{items.map(({ name }) => name).join(", ") || (error?.kind ?? "reading")}</p>
      {hasMore ? <button onClick={loadMore}>More</button> : null}
    </div>
  );
}

test("what is kept is shown before the server answers, and gives way to what it answers", async () => {
  const server = later<CallOutput<"organization.get">>();
  const bridge = fakeBridge(
    { "organization.get": async () => await server.promise },
    {},
    { "organization.get": () => answered({ ...organization, name: "Kept" }, kept) },
  );
  await renderWithBridge(<Name />, bridge);
  await screen.findByText("Kept from snapshot");
  await waitFor(() => expect(bridge.inputsOf("organization.get")).toHaveLength(1));
  await server.come(answered(organization));
  await screen.findByText("Northwind from server");
});

test("what is kept goes when the server says that it is not the person's to see", async () => {
  const server = later<CallOutput<"organization.get">>();
  const team = later<CallOutput<"member.list">>();
  const bridge = fakeBridge(
    { "organization.get": async () => await server.promise, "member.list": async () => await team.promise },
    {},
    {
      "organization.get": () => answered({ ...organization, name: "Kept" }, kept),
      "member.list": () => answered(pageWith([aMember({ name: "Kept Person" })]), kept),
    },
  );
  await renderWithBridge([<Name key="name" />, <Team key="team" />], bridge);
  await screen.findByText("Kept from snapshot");
  await screen.findByText("Kept Person");
  await server.come(failed({ kind: "notFound", what: "organization" }));
  await team.come(failed({ kind: "forbidden", refusal: { code: "notMember" } }));
  await screen.findByText("notFound");
  await screen.findByText("forbidden");
  expect(screen.queryByText(/Kept/)).toBeNull();
});

test("a membership that ends while the snapshot is asked leaves nothing to show", async () => {
  const snapshot = later<CallOutput<"organization.get">>();
  const bridge = fakeBridge(
    { "organization.get": () => failed({ kind: "notFound", what: "organization" }) },
    {},
    { "organization.get": async () => await snapshot.promise },
  );
  await renderWithBridge(<Name />, bridge);
  act(() => bridge.push({ type: "feed", event: { type: "membershipEnded", organizationId } }));
  await snapshot.come(answered({ ...organization, name: "Kept" }, kept));
  expect(screen.queryByText(/Kept/)).toBeNull();
});

test("the second page of a list follows the server's first", async () => {
  const first = later<CallOutput<"member.list">>();
  const page = (name: string) => ({ items: [aMember({ name })], next: "second", total: 2, matching: 2 });
  const bridge = fakeBridge(
    {
      "member.list": async ({ cursor }) =>
        cursor === undefined ? await first.promise : pageWith([aMember({ id: idOf(1002), name: "Second" })]),
    },
    {},
    { "member.list": () => answered(page("Kept"), kept) },
  );
  const { user } = await renderWithBridge(<Team />, bridge);
  await screen.findByText("Kept");
  expect(screen.queryByRole("button")).toBeNull();
  await first.come(answered(page("First")));
  await user.click(await screen.findByRole("button", { name: "More" }));
  await screen.findByText("First, Second");
});
