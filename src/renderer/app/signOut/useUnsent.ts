import type { DeskReview } from "#contract/entities/deskReview.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { isUnsent } from "../reviews/stage.ts";

/** The reviews that are on this computer alone and go when the person signs out. */
export function useUnsent(): readonly DeskReview[] {
  const { data } = useOperation("reviews.list", {});
  return (data?.items ?? []).filter(isUnsent);
}
