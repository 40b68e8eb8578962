import { useLayoutEffect } from "react";

/** While it is there, toasts stand above the bar at the page's foot, whose buttons are pressed again and again. */
export function useBottomBar(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset["bar"] = "bottom";
    return () => void delete dataset["bar"];
  }, []);
}
