import { act, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { answered, failed } from "#contract/answer.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useInfiniteOperation, useOperation } from "#renderer/bridge/queries.ts";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { aMember, anInvitation, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const one = anOrganization();
const other = anOrganization({ id: idOf(101), name: "Contoso" });

function Name({ id }: { id: string }) {
  const { data, error, source } = useOperation("organization.get", { organizationId: id });
  return <p>{data ? `${data.name} from ${source?.from}` : (error?.kind ?? "reading")}</p>;
}

test("a read shows its value with its source, and a fault as a value", async () => {
  const bridge = fakeBridge({
    "organization.get": ({ organizationId }) =>
      organizationId === one.id
        ? answered(one, { from: "snapshot", asOf: one.createdAt, revision: 7 })
        : failed({ kind: "notFound", what: "organization" }),
  });
  await renderWithBridge([<Name key="one" id={one.id} />, <Name key="other" id={other.id} />], bridge);
  expect(await screen.findByText("Northwind from snapshot")).toBeDefined();
  expect(await screen.findByText("notFound")).toBeDefined();
});

test("what failed for want of a connection is read as soon as there is one, and nothing else is", async () => {
  let connected = false;
  const bridge = fakeBridge({
    "organization.get": ({ organizationId }) => {
      if (organizationId === other.id) return failed({ kind: "notFound", what: "organization" });
      return connected ? one : failed({ kind: "offline" });
    },
  });
  await renderWithBridge([<Name key="one" id={one.id} />, <Name key="other" id={other.id} />], bridge);
  expect(await screen.findByText("offline")).toBeDefined();
  act(() => bridge.pushState({ connection: "offline" }));
  connected = true;
  act(() => bridge.pushState({ connection: "online" }));
  expect(await screen.findByText("Northwind from server")).toBeDefined();
  expect(bridge.inputsOf("organization.get")).toEqual([
    { organizationId: one.id },
    { organizationId: other.id },
    { organizationId: one.id },
  ]);
});

test("a change reads again what depends on its topics in its organization, and nothing else", async () => {
  const bridge = fakeBridge({ "organization.get": ({ organizationId }) => (organizationId === one.id ? one : other) });
  await renderWithBridge([<Name key="one" id={one.id} />, <Name key="other" id={other.id} />], bridge);
  await screen.findByText("Contoso from server");
  const asked = () => bridge.inputsOf("organization.get").length;
  act(() =>
    bridge.push({
      type: "feed",
      event: { type: "changed", organizationId: one.id, revision: 8, topics: ["organization"] },
    }),
  );
  await waitFor(() => expect(asked()).toBe(3));
  expect(bridge.inputsOf("organization.get")[2]).toEqual({ organizationId: one.id });
  vi.useFakeTimers();
  act(() =>
    bridge.push({ type: "feed", event: { type: "changed", organizationId: one.id, revision: 9, topics: ["members"] } }),
  );
  await vi.advanceTimersByTimeAsync(500);
  vi.useRealTimers();
  expect(asked()).toBe(3);
  act(() => bridge.push({ type: "feed", event: { type: "ready" } }));
  await waitFor(() => expect(asked()).toBe(5));
});

function List() {
  const { items, first, hasMore, loadMore } = useInfiniteOperation("member.list", { organizationId: one.id });
  return (
    <div>
      <p>{items.map((item) => item.name).join(", ")}</p>
      <p>{first ? `of ${first.matching}` : "reading"}</p>
      {hasMore ? <button onClick={loadMore}>More</button> : null}
    </div>
  );
}

test("a list is read page by page", async () => {
  const bridge = fakeBridge({
    "member.list": ({ cursor }) =>
      cursor === undefined
        ? { items: [aMember({ name: "First" })], next: "second", total: 2, matching: 2 }
        : { ...pageWith([aMember({ id: idOf(1002), name: "Second" })]), matching: null },
  });
  const { user } = await renderWithBridge(<List />, bridge);
  await screen.findByText("of 2");
  await user.click(screen.getByRole("button", { name: "More" }));
  await screen.findByText("First, Second");
  expect(screen.queryByRole("button")).toBeNull();
});

test("who reads on while a change is being read sees the change as well", async () => {
  let firsts = 0;
  const bridge = fakeBridge({
    "member.list": async ({ cursor }) => {
      if (cursor !== undefined) return { ...pageWith([aMember({ id: idOf(1002), name: "Second" })]), matching: null };
      firsts += 1;
      const name = firsts === 1 ? "Before" : "After";
      // The one that the change asks for is still on its way when the next page is asked for.
      if (firsts === 2) await new Promise(() => undefined);
      return { items: [aMember({ name })], next: "second", total: 2, matching: 2 };
    },
  });
  const { user } = await renderWithBridge(<List />, bridge);
  await screen.findByText("Before");
  act(() =>
    bridge.push({ type: "feed", event: { type: "changed", organizationId: one.id, revision: 8, topics: ["members"] } }),
  );
  await waitFor(() => expect(firsts).toBe(2));
  await user.click(screen.getByRole("button", { name: "More" }));
  await screen.findByText("After, Second");
});

test("a command reads again what its audit event touches, and a fault becomes a toast", async () => {
  let refused = false;
  const bridge = fakeBridge({
    "organization.get": () => one,
    "organization.update": () =>
      refused ? failed({ kind: "conflict", code: "slugTaken", requestId: "r-1" }) : { ...one, name: "Southwind" },
  });
  const done = vi.fn<(name: string) => void>();
  function Rename() {
    const update = useCommand("organization.update", { onDone: (value) => done(value.name) });
    return <button onClick={() => void update.run({ organizationId: one.id, name: "Southwind" })}>Rename</button>;
  }
  const { user } = await renderWithBridge([<Name key="name" id={one.id} />, <Rename key="rename" />], bridge);
  await screen.findByText("Northwind from server");
  await user.click(screen.getByRole("button", { name: "Rename" }));
  await waitFor(() => expect(bridge.inputsOf("organization.get")).toHaveLength(2));
  expect(done).toHaveBeenCalledExactlyOnceWith("Southwind");
  refused = true;
  await user.click(screen.getByRole("button", { name: "Rename" }));
  await screen.findByText(/Another organization uses/);
  await screen.findByText("Request r-1");
});

function Resend() {
  const [done, setDone] = useState(0);
  const { run } = useCommand("invitation.resend", { onDone: () => setDone((count) => count + 1) });
  const of = (invitationId: string) => void run({ organizationId: one.id, invitationId });
  return (
    <>
      <button type="button" onClick={() => of(idOf(2001))}>
        First
      </button>
      <button type="button" onClick={() => of(idOf(2002))}>
        Second
      </button>
      <output>{done} sent</output>
    </>
  );
}

test("a double click is one act; what came in between, or is over, makes it another", async () => {
  const answers: (() => void)[] = [];
  const bridge = fakeBridge({
    "invitation.resend": async () => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return anInvitation();
    },
  });
  const { user } = await renderWithBridge(<Resend />, bridge);
  const [first, second] = [screen.getByText("First"), screen.getByText("Second")];
  await user.dblClick(first);
  await user.click(second);
  await user.click(first);
  await waitFor(() => expect(answers).toHaveLength(3));
  for (const answer of answers) answer();
  await screen.findByText("3 sent");
  await user.click(first);
  await waitFor(() => expect(answers).toHaveLength(4));
  expect(bridge.inputsOf("invitation.resend")).toMatchObject([
    { invitationId: idOf(2001) },
    { invitationId: idOf(2002) },
    { invitationId: idOf(2001) },
    { invitationId: idOf(2001) },
  ]);
});
