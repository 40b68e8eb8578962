import { Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";

/** How long the pointer rests before the tip shows, in milliseconds. */
const rest = 300;

interface Tip {
  readonly anchor: HTMLElement;
  readonly label: string;
}

/**
 * While the pointer rests on an element: what its `data-tip` says, or where that is empty its own text, if some of it is
 * cut off. One for the whole page, so that lists of thousands of rows pay nothing for theirs.
 */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pointed: HTMLElement | null = null;
    const point = (next: HTMLElement | null) => {
      if (next === pointed) return;
      pointed = next;
      clearTimeout(timer);
      setTip(null);
      if (next !== null)
        timer = setTimeout(() => next.isConnected && setTip({ anchor: next, label: labelOf(next) }), rest);
    };
    const over = ({ target }: Event) => point(target instanceof Element ? bearerOf(target) : null);
    const leave = () => point(null);
    document.addEventListener("pointerover", over);
    document.documentElement.addEventListener("pointerleave", leave);
    // Another row may stand under the pointer then.
    document.addEventListener("scroll", leave, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", over);
      document.documentElement.removeEventListener("pointerleave", leave);
      document.removeEventListener("scroll", leave, { capture: true });
    };
  }, []);
  return tip === null ? null : <Tooltip target={tip.anchor} label={tip.label} opened />;
}

const labelOf = ({ dataset, textContent }: HTMLElement): string => dataset["tip"] || (textContent ?? "");

/** The nearest element around the pointer that has something to tell. */
function bearerOf(target: Element): HTMLElement | null {
  const bearer = target.closest<HTMLElement>("[data-tip]");
  if (bearer === null || bearer.dataset["tip"] !== "" || bearer.scrollWidth > bearer.clientWidth) return bearer;
  return bearer.parentElement && bearerOf(bearer.parentElement);
}
