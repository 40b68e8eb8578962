/** How long after its first key a sequence such as `g t` may be finished, in milliseconds. */
export const sequenceTime = 1200;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `mod+K`, `mod+shift+N`, `g` or `?`: the way shortcuts are written, from a key press. */
export function chordOf(event: Pressed): string {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  // The sign that Shift makes, such as '?', already tells of it.
  if (event.shiftKey && (parts.length > 0 || event.key.length > 1)) parts.push("shift");
  return [...parts, event.key.length === 1 ? event.key.toLowerCase() : event.key].join("+");
}

/** Follows key presses and tells which shortcut they complete, or null. */
export function keyReader(now: () => number): (event: Pressed, shortcuts: readonly string[]) => string | null {
  let first = { chord: "", at: 0 };
  return (event, shortcuts) => {
    const chord = chordOf(event);
    const sequence = now() - first.at < sequenceTime ? `${first.chord} ${chord}` : chord;
    first = { chord, at: now() };
    const matches = (shortcut: string, keys: string) => shortcut.toLowerCase() === keys.toLowerCase();
    return (
      shortcuts.find((shortcut) => matches(shortcut, sequence)) ??
      shortcuts.find((shortcut) => matches(shortcut, chord)) ??
      null
    );
  };
}
