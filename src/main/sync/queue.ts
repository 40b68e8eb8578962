/** Organizations that wait to be brought up to date, each once, few at a time. */
export interface Queue {
  add(organizationId: string): void;
  /** After a pause in which more may happen, and before all that was added. */
  addSoon(organizationId: string): void;
  clear(): void;
}

/** A busy organization changes many times a second; it is read once per pause. */
const pauseMs = 250;

export function createQueue(atOnce: number, work: (organizationId: string) => Promise<void>): Queue {
  let waiting: string[] = [];
  const busy = new Set<string>();
  const pausing = new Map<string, NodeJS.Timeout>();
  const next = () => {
    const organizationId = waiting.find((id) => !busy.has(id));
    if (organizationId === undefined || busy.size >= atOnce) return;
    waiting = waiting.filter((id) => id !== organizationId);
    busy.add(organizationId);
    void work(organizationId).finally(() => {
      busy.delete(organizationId);
      next();
    });
    next();
  };
  const put = (organizationId: string, where: "front" | "back") => {
    const others = waiting.filter((id) => id !== organizationId);
    waiting = where === "front" ? [organizationId, ...others] : [...others, organizationId];
    next();
  };
  return {
    add: (organizationId) => {
      if (!waiting.includes(organizationId)) put(organizationId, "back");
    },
    addSoon: (organizationId) => {
      if (pausing.has(organizationId)) return;
      const due = () => {
        pausing.delete(organizationId);
        put(organizationId, "front");
      };
      pausing.set(organizationId, setTimeout(due, pauseMs).unref());
    },
    clear: () => {
      waiting = [];
      for (const timer of pausing.values()) clearTimeout(timer);
      pausing.clear();
    },
  };
}
