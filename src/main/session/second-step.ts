import type { SecondStep } from "#contract/entities/twoFactor.ts";

/** A sign-in whose password was right and whose code is awaited; its challenge stays here. */
export interface PendingSecondStep {
  shown(): { readonly expiresAt: string } | null;
  challenge(): string | null;
  begin(step: SecondStep): void;
  end(): void;
}

export function createPendingSecondStep(onChange: () => void): PendingSecondStep {
  let pending: SecondStep | null = null;
  const set = (next: SecondStep | null) => {
    if (pending === next) return;
    pending = next;
    onChange();
  };
  return {
    shown: () => (pending === null ? null : { expiresAt: pending.expiresAt }),
    challenge: () => pending?.challenge ?? null,
    begin: (step) => set(step),
    end: () => set(null),
  };
}
