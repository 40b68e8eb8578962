import type { Logger } from "#main/logger.ts";

export interface CollectingLogger extends Logger {
  readonly entries: { level: string; message: string; fields: Record<string, unknown> | undefined }[];
}

export function collectingLogger(): CollectingLogger {
  const entries: CollectingLogger["entries"] = [];
  return {
    entries,
    info: (message, fields) => void entries.push({ level: "info", message, fields }),
    warn: (message, fields) => void entries.push({ level: "warn", message, fields }),
    error: (message, fields) => void entries.push({ level: "error", message, fields }),
  };
}
