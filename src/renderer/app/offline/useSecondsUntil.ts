import { useEffect, useState } from "react";

/** Whole seconds until an instant, counted down to 1. The component that uses it belongs to that one instant. */
export function useSecondsUntil(instant: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(1, Math.ceil((Date.parse(instant) - now) / 1000));
}
