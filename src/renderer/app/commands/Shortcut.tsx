import { Kbd } from "#renderer/ui/keyboard/Kbd.tsx";
import classes from "./Shortcut.module.css";

/** A shortcut as keys: `mod+K`, or `g t` as one key after another. */
export function Shortcut({ keys }: { keys: string }) {
  return (
    <span className={classes["keys"]}>
      {keys.split(" ").map((chord) => (
        <Kbd key={chord} keys={chord} />
      ))}
    </span>
  );
}
