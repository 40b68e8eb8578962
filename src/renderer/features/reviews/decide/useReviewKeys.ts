import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useOfferCommands, type Command } from "#renderer/app/commands/commands.ts";
import { isTyping } from "#renderer/ui/keyboard/useSlash.ts";

export interface ReviewKeys {
  readonly keep: () => void;
  readonly changeRole: () => void;
  readonly deactivate: () => void;
  readonly remove: () => void;
  readonly accept: () => void;
  readonly comment: () => void;
  readonly clear: () => void;
  readonly undo: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly filter: () => void;
  readonly send: () => void;
  readonly acceptAll: () => void;
  /** Picks the role with this number; false while none is being chosen. */
  readonly pick: (number: number) => boolean;
  /** Ends what Esc ends; false where there is nothing. */
  readonly back: () => boolean;
}

/** The keys of each act, as the palette and the list of shortcuts show them too. */
export const reviewKeys = {
  keep: "k",
  changeRole: "c",
  deactivate: "d",
  remove: "r",
  accept: "a",
  comment: "m",
  clear: "x",
  undo: "u",
} as const;

/** The whole review by keyboard alone. */
export function useReviewKeys(keys: ReviewKeys): void {
  const { t } = useTranslation("reviews");
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('[aria-modal="true"], [role="menu"]') !== null) return;
    if (event.key === "ArrowDown") keys.next();
    else if (event.key === "ArrowUp") keys.previous();
    else if (!(/^[1-9]$/.test(event.key) && keys.pick(Number(event.key))) && !(event.key === "Escape" && keys.back()))
      return;
    event.preventDefault();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  const offer = useCallback((): readonly Command[] => {
    const acts = Object.entries(reviewKeys).map(([act, shortcut]) => ({
      act: act as keyof typeof reviewKeys,
      shortcut,
    }));
    return [
      ...acts.map(({ act, shortcut }): Command => ({
        id: `review.${act}`,
        label: t(`act.${act}`),
        group: "action",
        shortcut,
        run: () => latest.current[act](),
      })),
      { id: "review.next", label: t("decide.next"), group: "action", shortcut: "j", run: () => latest.current.next() },
      {
        id: "review.previous",
        label: t("decide.previous"),
        group: "action",
        shortcut: "p",
        run: () => latest.current.previous(),
      },
      {
        id: "review.send",
        label: t("send.title"),
        group: "action",
        shortcut: "mod+Enter",
        run: () => latest.current.send(),
      },
      { id: "review.acceptAll", label: t("decide.acceptAll"), group: "action", run: () => latest.current.acceptAll() },
      {
        id: "review.filter",
        label: t("decide.filter"),
        group: "action",
        shortcut: "f",
        run: () => latest.current.filter(),
      },
    ];
  }, [t]);
  useOfferCommands(offer);
}
