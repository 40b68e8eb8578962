import classes from "./StrengthMeter.module.css";

interface StrengthMeterProps {
  /** 0 (empty) to 4 (strong). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** What it means in words; colour alone says nothing. */
  readonly text: string;
}

/** Four bars and a sentence under a password. */
export function StrengthMeter({ score, text }: StrengthMeterProps) {
  return (
    <div className={classes["meter"]} data-score={score}>
      <span className={classes["bars"]} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={score >= step || undefined} />
        ))}
      </span>
      <span>{text}</span>
    </div>
  );
}
