/** Whether waiting for a thread's answer ended because it took longer or more memory than it may. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"));
