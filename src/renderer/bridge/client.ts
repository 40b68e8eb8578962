import { QueryClient } from "@tanstack/react-query";
import type { Fault } from "#contract/fault.ts";

/** Carries a fault through TanStack Query, which knows failure only as something thrown. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** The fault behind a failed query; anything else that was thrown is a mistake of ours. */
export function faultOf(error: Error | null): Fault | null {
  if (error === null) return null;
  return error instanceof FaultError ? error.fault : { kind: "internal" };
}

/** Being offline is the main process's to know, so a call is always made; the live feed tells what became old. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 60_000,
        gcTime: 600_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => faultOf(error)?.kind === "unavailable" && failures < 2,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
