import classes from "./Kbd.module.css";

const symbols: Readonly<Record<string, readonly [mac: string, other: string]>> = {
  mod: ["⌘", "Ctrl"],
  shift: ["⇧", "Shift"],
  alt: ["⌥", "Alt"],
  enter: ["↵", "Enter"],
  esc: ["Esc", "Esc"],
  up: ["↑", "↑"],
  down: ["↓", "↓"],
};

/** @param keys joined by '+', `mod` standing for ⌘ or Ctrl: `mod+K`. */
export function Kbd({ keys }: { keys: string }) {
  const platform = /mac/i.test(navigator.platform) ? 0 : 1;
  return (
    <span className={classes["keys"]}>
      {keys.split("+").map((key) => (
        <kbd key={key} className={classes["key"]}>
          {symbols[key.toLowerCase()]?.[platform] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  );
}
