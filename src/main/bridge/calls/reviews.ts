import { failed, type Answer } from "#contract/answer.ts";
import type { DesktopInput, DesktopOutput } from "#contract/desktop.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { KeptReviewCall } from "../../reviews/calls.ts";
import type { HandlersOf } from "../handlers.ts";

const noServer = failed({ kind: "unavailable" });

/** Calls about reviews: what is kept is answered by the snapshot's thread, what is sent by the server. */
export function reviewHandlers(link: () => ServerLink | null, onChange: () => void): HandlersOf<"reviews"> {
  const kept =
    <Name extends KeptReviewCall>(name: Name) =>
    async (input: DesktopInput<Name>): Promise<Answer<DesktopOutput<Name>>> => {
      const server = link();
      if (server === null) return noServer;
      const answer = (await server.reviews.ask(name, input)) as Answer<DesktopOutput<Name>> | null;
      // Null: it was not kept, so it must not seem to be.
      return answer ?? failed({ kind: "internal" });
    };
  const told =
    <Name extends KeptReviewCall>(name: Name) =>
    async (input: DesktopInput<Name>): Promise<Answer<DesktopOutput<Name>>> => {
      const answer = await kept(name)(input);
      if (answer.ok) onChange();
      return answer;
    };
  return {
    "reviews.list": kept("reviews.list"),
    "reviews.estimate": kept("reviews.estimate"),
    "reviews.get": kept("reviews.get"),
    "reviews.people": kept("reviews.people"),
    "reviews.start": told("reviews.start"),
    "reviews.decide": told("reviews.decide"),
    "reviews.comment": told("reviews.comment"),
    "reviews.undo": told("reviews.undo"),
    "reviews.drop": told("reviews.drop"),
    "reviews.abandon": async ({ reviewId }) => (await link()?.reviews.abandon(reviewId)) ?? noServer,
    "reviews.send": async ({ reviewId }) => (await link()?.reviews.send(reviewId)) ?? noServer,
    "reviews.refresh": async ({ reviewId }) => (await link()?.reviews.refresh(reviewId)) ?? noServer,
    "reviews.apply": async ({ reviewId }) => (await link()?.reviews.apply(reviewId)) ?? noServer,
    "reviews.reopen": async (input) => (await link()?.reviews.reopen(input)) ?? noServer,
    "reviews.answer": async (input) => (await link()?.reviews.answer(input)) ?? noServer,
    "reviews.decideAgain": async (input) => (await link()?.reviews.decideAgain(input)) ?? noServer,
    "reviews.finish": async ({ reviewId, undecidedReason }) =>
      (await link()?.reviews.finish(reviewId, undecidedReason)) ?? noServer,
    "reviews.saveEvidence": async (input) => (await link()?.reviews.saveEvidence(input)) ?? noServer,
  };
}
