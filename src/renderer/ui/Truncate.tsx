import classes from "./Truncate.module.css";

interface TruncateProps {
  readonly children: string;
  readonly className?: string | undefined;
}

/** One line that ends in an ellipsis; hovering shows the whole text, and only when something is hidden. */
export function Truncate({ children, className }: TruncateProps) {
  return (
    <span className={`${classes["text"]} ${className ?? ""}`} dir="auto" data-tip="">
      {children}
    </span>
  );
}
