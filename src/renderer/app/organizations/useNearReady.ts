import { useEffect } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { useReady } from "./useReady.ts";

/** After this time of calm the organizations that are a shortcut away are read ahead, in milliseconds. */
const calm = 1000;

/** Reads ahead what a shortcut leads to, once the person has stayed where they are for a moment. */
export function useNearReady(near: readonly Organization[]): void {
  const ready = useReady();
  useEffect(() => {
    let stopped = false;
    const readAhead = async () => {
      for (const organization of near) if (!stopped) await ready(organization);
    };
    const timer = setTimeout(() => void readAhead(), calm);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [near, ready]);
}
