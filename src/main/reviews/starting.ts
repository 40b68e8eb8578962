import { randomUUID } from "node:crypto";
import { answered, failed } from "#contract/answer.ts";
import type { DeskReviewItem, DeskReviewPart } from "#contract/entities/deskReview.ts";
import { mostReviewed } from "#domain/review/items.ts";
import { countItems } from "#domain/review/outcome.ts";
import { notFound } from "../snapshot/answers/faults.ts";
import type { OrganizationRows } from "../snapshot/worker/rows.ts";
import { shownReview, type DeskParts, type Heading, type WorkOf } from "./heading.ts";
import { countInScope, proposedPeople, reviewRefusal } from "./proposing.ts";

/** How reviews begin: from what is kept of each organization, as of its revision. */
export const starting = ({ book, rows, at, now }: DeskParts): WorkOf<"reviews.estimate" | "reviews.start"> => ({
  "reviews.estimate": ({ organizationIds, scope }) =>
    answered({
      items: organizationIds.map((organizationId) => {
        const found = rows(organizationId);
        const refused = reviewRefusal(found, scope);
        const people = refused === null && found !== null ? countInScope(found, scope) : 0;
        const fault = refused?.ok === false ? refused.fault : null;
        return { organizationId, people, asOf: found === null ? null : at(organizationId), fault };
      }),
    }),
  "reviews.start": ({ organizationIds, scope }) => {
    // Another running Orgdesk keeps the reviews; one that is begun here would end with this window.
    if (book.kept === "elsewhere") return failed({ kind: "unavailable" });
    const found = organizationIds.map((organizationId) => rows(organizationId));
    const refused = found.map((each) => reviewRefusal(each, scope)).find((fault) => fault !== null);
    if (refused !== undefined) return refused;
    // Counted before anything is proposed: that reads the whole kept log.
    const all = found.reduce((sum, each) => sum + (each === null ? 0 : countInScope(each, scope)), 0);
    if (all === 0) return notFound("person");
    if (all > mostReviewed) return failed({ kind: "limitReached", limit: "size" });
    const people = new Map<string, readonly DeskReviewItem[]>();
    const parts = found.flatMap((each) => {
      const items = each === null ? [] : proposedPeople(each, scope);
      if (each === null || items.length === 0) return [];
      people.set(each.facts.organization.id, items);
      return [openPart(each, items.length, at(each.facts.organization.id))];
    });
    const head: Heading = {
      id: randomUUID(),
      organizationIds: parts.map(({ organizationId }) => organizationId),
      startedAt: now().toISOString(),
      scope,
      workspaceName: scope.kind === "workspace" ? nameOf(found[0], scope.workspaceId) : null,
      parts,
    };
    book.begin(head, people);
    return answered(shownReview(book, head));
  },
});

const nameOf = (rows: OrganizationRows | null | undefined, workspaceId: string): string | null =>
  rows?.workspaces().byId(workspaceId)?.name ?? null;

function openPart({ facts }: OrganizationRows, total: number, asOf: string): DeskReviewPart {
  return {
    organizationId: facts.organization.id,
    organizationName: facts.organization.name,
    reviewId: randomUUID(),
    stage: "open",
    revision: facts.revision,
    asOf,
    counts: { ...countItems([]), total, undecided: total },
    finishedAt: null,
    evidenceDigest: null,
  };
}
