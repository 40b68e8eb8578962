import { initials, stableHue } from "./stableHue.ts";
import classes from "./PersonAvatar.module.css";

interface PersonAvatarProps {
  readonly id: string;
  readonly name: string;
  /** Side in pixels. */
  readonly size?: number;
  /** Round for people, square for organizations. */
  readonly shape?: "round" | "square";
  /** A `data:` address of an image that stands for the initials. */
  readonly picture?: string;
  /** It cannot be shown. */
  readonly onBroken?: () => void;
}

/** Initials on a colour that follows from the id, or a picture of the same size. Decorative: the name stands beside it. */
export function PersonAvatar({ id, name, size = 24, shape = "round", picture, onBroken }: PersonAvatarProps) {
  const hue: Record<`--${string}`, number> = { "--hue": stableHue(id) };
  const style = { width: size, height: size, fontSize: Math.round(size * 0.42), ...hue };
  if (picture !== undefined) {
    const sides = { width: size, height: size };
    return <img className={classes["avatar"]} data-shape={shape} src={picture} alt="" {...sides} onError={onBroken} />;
  }
  return (
    <span className={classes["avatar"]} data-shape={shape} aria-hidden="true" style={style}>
      {initials(name)}
    </span>
  );
}
