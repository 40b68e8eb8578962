import { pipeline } from "node:stream/promises";
import { answered, failed, type Answer } from "#contract/answer.ts";
import type { DesktopInput } from "#contract/desktop.ts";
import type { ExportFiles } from "../exports/export-files.ts";
import { fileDay } from "../exports/fileDay.ts";
import { describeError, type Logger } from "../logger.ts";
import type { Remote } from "../remote/remote.ts";

interface Parts {
  readonly remote: Pick<Remote, "call" | "stream">;
  readonly files: ExportFiles;
  readonly logger: Logger;
}

/** Writes the signed evidence of a finished review into a file; gives where the person finds it. */
export async function saveEvidence(
  { remote, files, logger }: Parts,
  { organizationId, reviewId, format }: DesktopInput<"reviews.saveEvidence">,
): Promise<Answer<{ file: string }>> {
  const review = await remote.call("review.get", { organizationId, reviewId });
  if (!review.ok) return review;
  const { finishedAt } = review.value;
  const open = await remote.stream("review.evidence", { organizationId, reviewId, format });
  if (!open.ok) return open;
  // Named by day and id: the name of an organization is nobody's who looks into the folder.
  const day = finishedAt === null ? "" : fileDay(Date.parse(finishedAt));
  const file = await files.create(`access-review-${day}-${reviewId.slice(0, 8)}.${format}`);
  try {
    await pipeline(open.value.body, file.stream);
    return answered({ file: await file.finish() });
  } catch (error) {
    await file.discard();
    logger.warn("The evidence of a review could not be saved", describeError(error));
    return failed({ kind: "unavailable" });
  }
}
