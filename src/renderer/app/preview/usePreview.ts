import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useState } from "react";
import type { Change } from "#contract/changes.ts";
import type { ChangeEffects, ChangePreview } from "#contract/entities/change.ts";
import type { Fault } from "#contract/fault.ts";
import type { CallGiven } from "#contract/bridge.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** How long a choice rests before it is worked out, in milliseconds. */
const rest = 200;

/** What the panel tells of a change. */
export interface Told {
  /** Nothing while it is worked out. */
  readonly preview: (ChangeEffects & Pick<ChangePreview, "verdict">) | undefined;
  /** Why there is no preview; the rules' own refusal stands in its verdict. */
  readonly fault: Fault | null;
  /** Whether this preview came after a refusal, because the state had moved. */
  readonly moved: boolean;
}

export interface Previewed extends Told {
  /** To be sent with the command, which is refused once its effects are others. Nothing while there is no preview. */
  readonly basis: string | undefined;
  /** Whether the choice as it stands has been worked out, and the rules allow it. */
  readonly ready: boolean;
  /** Works it out again after the command was refused. */
  readonly again: () => void;
}

/**
 * What a command would do, worked out by the server as it stands when asked; it follows the choice, not the feed, so
 * that nobody agrees to what changed under their eyes. A preview that cannot be had keeps nobody from acting.
 */
export function usePreview(organizationId: string, change: Change | null): Previewed {
  const asked = JSON.stringify(change);
  const [settled] = useDebouncedValue(asked, rest);
  const [moved, setMoved] = useState<string | null>(null);
  const { data, error, isFetching, refetch } = useOperation("change.preview", inputOf(organizationId, settled), {
    enabled: settled !== "null",
    keepPrevious: true,
    anew: true,
  });
  const again = useCallback(() => {
    setMoved(asked);
    refetch();
  }, [asked, refetch]);
  const current = asked === settled && !isFetching;
  return {
    preview: data,
    fault: error,
    basis: current && error === null ? data?.basis : undefined,
    ready: current && (error !== null || data?.verdict.allowed === true),
    moved: moved === asked,
    again,
  };
}

function inputOf(organizationId: string, asked: string): CallGiven<"change.preview"> {
  const change = JSON.parse(asked) as CallGiven<"change.preview">["change"] | null;
  return { organizationId, change: change ?? { operation: "none", input: {} } };
}
