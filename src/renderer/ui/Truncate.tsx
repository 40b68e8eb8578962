import { Tooltip } from "@mantine/core";
import { useCallback, useState, type PointerEvent } from "react";
import classes from "./Truncate.module.css";

interface TruncateProps {
  readonly children: string;
  readonly className?: string | undefined;
}

/** One line that ends in an ellipsis; hovering shows the whole text, and only when something is hidden. */
export function Truncate({ children, className }: TruncateProps) {
  const [hidden, setHidden] = useState(false);
  const measure = useCallback((event: PointerEvent<HTMLElement>) => {
    setHidden(event.currentTarget.scrollWidth > event.currentTarget.clientWidth);
  }, []);
  return (
    <Tooltip label={children} disabled={!hidden}>
      <span className={`${classes["text"]} ${className ?? ""}`} dir="auto" onPointerEnter={measure}>
        {children}
      </span>
    </Tooltip>
  );
}
