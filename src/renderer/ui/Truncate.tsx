import classes from "./Truncate.module.css";
import { useTip } from "./useTip.tsx";

interface TruncateProps {
  readonly children: string;
  readonly className?: string | undefined;
}

/** One line that ends in an ellipsis; hovering shows the whole text, and only when something is hidden. */
export function Truncate({ children, className }: TruncateProps) {
  const { handlers, tip } = useTip(children, isCut);
  return (
    <>
      <span className={`${classes["text"]} ${className ?? ""}`} dir="auto" {...handlers}>
        {children}
      </span>
      {tip}
    </>
  );
}

function isCut(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth;
}
