import { z } from "zod";
import { FeedEvent } from "../feed.ts";
import { declare } from "../operation.ts";

export const feedOperations = declare({
  "feed.follow": {
    method: "GET",
    path: "/v1/feed",
    summary: "Server-sent events: one for each change in the person's organizations, as it commits.",
    access: "account",
    kind: "stream",
    input: z.strictObject({}),
    output: FeedEvent,
    offline: "never",
    bridge: "closed",
  },
});
