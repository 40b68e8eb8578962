import { CopyButton } from "./CopyButton.tsx";
import classes from "./Fingerprint.module.css";

/** A digest as people compare it: in groups of eight. */
export const inGroups = (digest: string): string => digest.match(/.{1,8}/g)?.join(" ") ?? digest;

/** A digest in its groups, and the way to copy it whole. */
export function Fingerprint({ label, value }: { label?: string; value: string }) {
  return (
    <div className={classes["fingerprint"]}>
      {label === undefined ? null : <span className={classes["label"]}>{label}</span>}
      <span className={classes["value"]}>
        <code>{inGroups(value)}</code>
        <CopyButton value={value} />
      </span>
    </div>
  );
}
