import { createSession } from "#main/session/session.ts";
import { collectingLogger } from "../support/logger.ts";
import { memorySecrets } from "../support/secrets.ts";
import { expect, test, vi } from "vitest";
import { ada, grace, signedIn } from "../support/people.ts";

const sessionWith = (secrets = memorySecrets(), serverKey = "local") => {
  const onChange = vi.fn<() => void>();
  return { session: createSession({ secrets, serverKey, onChange, logger: collectingLogger() }), onChange, secrets };
};

test("a sign-in is taken up at the next start, on its own server only", async () => {
  const { session, secrets } = sessionWith();
  await session.signedIn(signedIn());
  const next = sessionWith(secrets).session;
  expect(await next.restore()).toBe(true);
  expect(next.account()).toEqual(ada);
  expect(next.access()).toBeNull();
  expect(next.refresh()).toBe(signedIn().refreshToken);
  expect(await sessionWith(secrets, "https://other.example").session.restore()).toBe(false);
});

test("signing out leaves nothing behind", async () => {
  const { session, secrets } = sessionWith();
  await session.signedIn(signedIn());
  await session.forget();
  expect([session.account(), session.access(), session.refresh()]).toEqual([null, null, null]);
  expect(await sessionWith(secrets).session.restore()).toBe(false);
});

test("who hears of the same end a second time waits until all of it is gone", async () => {
  const erased = Promise.withResolvers<void>();
  const done: string[] = [];
  const session = createSession({
    secrets: memorySecrets(),
    serverKey: "local",
    logger: collectingLogger(),
    onChange: async () => {
      if (session.account() === null) await erased.promise;
    },
  });
  await session.signedIn(signedIn());
  const both = ["by the server", "by the person"].map(async (who) => {
    await session.forget();
    done.push(who);
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([]);
  erased.resolve();
  await Promise.all(both);
  expect(done).toEqual(["by the server", "by the person"]);
});

test("a refresh that ends after the person signed out does not sign in again", async () => {
  const { session } = sessionWith();
  await session.signedIn(signedIn(1));
  await session.forget();
  await session.renewed(signedIn(2), signedIn(1).refreshToken);
  expect(session.account()).toBeNull();
});

test("a refusal of an earlier person's token does not sign out the next", async () => {
  const { session } = sessionWith();
  await session.signedIn(signedIn(1));
  await session.signedIn(signedIn(2, grace));
  await session.refused(signedIn(1).refreshToken);
  expect(session.account()).toEqual(grace);
});

test("a damaged entry is no sign-in", async () => {
  const secrets = memorySecrets();
  await secrets.write("session:local", "{broken");
  expect(await sessionWith(secrets).session.restore()).toBe(false);
});

test("a disk that takes nothing neither keeps somebody signed in nor ends the program", async () => {
  const full = async () => Promise.reject(new Error("no space left on device"));
  const { session, onChange } = sessionWith({ ...memorySecrets(), write: full, remove: full });
  await session.signedIn(signedIn(1));
  await session.renewed(signedIn(2), signedIn(1).refreshToken);
  expect(session.access()).toBe(signedIn(2).accessToken);
  onChange.mockClear();
  await session.forget();
  expect([session.account(), session.refresh()]).toEqual([null, null]);
  expect(onChange).toHaveBeenCalledOnce();
});

test("that the server ended a sign-in is known until somebody signs in or out", async () => {
  const { session } = sessionWith();
  await session.signedIn(signedIn(1));
  await session.forget();
  expect(session.ended()).toBe(false);
  await session.signedIn(signedIn(1));
  await session.end();
  expect([session.account(), session.ended()]).toEqual([null, true]);
  await session.forget();
  expect(session.ended()).toBe(false);
  await session.signedIn(signedIn(2));
  await session.refused(signedIn(2).refreshToken);
  expect(session.ended()).toBe(true);
  await session.signedIn(signedIn(3));
  expect(session.ended()).toBe(false);
});
