import { createRemote } from "#main/remote/remote.ts";
import { createCourier } from "#main/reviews/courier.ts";
import { noCounts } from "#domain/review/outcome.ts";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import { expect, test } from "vitest";
import { organizationId } from "../support/people.ts";
import { stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

const part: DeskReview["parts"][number] = {
  organizationId,
  organizationName: "Acme",
  reviewId: "0190a000-0000-7000-8000-0000000000f1",
  stage: "open",
  revision: 1,
  asOf: "2026-11-01T09:00:00.000Z",
  counts: noCounts,
  finishedAt: null,
  evidenceDigest: null,
};

const review: DeskReview = {
  id: "0190a000-0000-7000-8000-0000000000f0",
  startedAt: "2026-11-01T09:00:00.000Z",
  scope: { kind: "all" },
  workspaceName: null,
  parts: [part],
  canUndo: false,
};

test("nothing is sent of a review of which this computer cannot note that it is sent", async () => {
  const server = await stubServer({});
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens("access", null) });
  const courier = createCourier({ remote, ask: async () => null, lost: async () => undefined });
  expect(await courier.send(review, part)).toEqual({ ok: false, fault: { kind: "internal" } });
  expect(server.requests).toEqual([]);
});
