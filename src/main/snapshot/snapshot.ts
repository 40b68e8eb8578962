import type { Answer } from "#contract/answer.ts";
import type { OperationName } from "#contract/operations.ts";
import type { Fields } from "../remote/request.ts";

/** Last answers of the reads that may be shown without a connection; one per server and person. */
export interface Snapshot {
  answer(name: OperationName, input: Fields): Answer<unknown> | null;
  keep(name: OperationName, input: Fields, value: unknown): void;
  /** An organization's newest known revision, shown beside what is kept of it. */
  noteRevision(organizationId: string, revision: number): void;
  forgetOrganization(organizationId: string): void;
  wipe(): void;
}
