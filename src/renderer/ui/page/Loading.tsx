import { Skeleton } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Loading.module.css";

/** True once `delay` ms have passed: what answers sooner never flashes a skeleton. */
export function useDelayed(delay = 150): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return passed;
}

interface LoadingProps {
  /** Lines of the default skeleton. */
  readonly lines?: number;
  /** In place of a page's content of full width: as far from the edges as it will be; `whole` has a title too. */
  readonly page?: "content" | "whole";
  /** A skeleton of the final layout, in place of the lines. */
  readonly children?: ReactNode;
}

/** Nothing for 150 ms, then a skeleton. */
export function Loading({ lines = 4, page, children }: LoadingProps) {
  const { t } = useTranslation();
  const shown = useDelayed();
  return (
    <output className={classes["loading"]} data-page={page} aria-busy="true" aria-label={t("loading")}>
      {shown && page === "whole" ? <Skeleton h={20} w={180} mb={20} /> : null}
      {shown ? (children ?? widths(lines).map(([key, width]) => <Skeleton key={key} h={14} w={width} />)) : null}
    </output>
  );
}

function widths(lines: number): (readonly [string, string])[] {
  return Array.from({ length: lines }, (_, index) => [`line-${index}`, `${85 - ((index * 23) % 45)}%`] as const);
}
