import type { InvitationLine } from "#domain/invitationList.ts";

/** The most addresses that one sending takes (the contract's `invitation.send`). */
export const invitationsAtMost = 500;

export type GoodLine = Extract<InvitationLine, { problem: null }>;
export type BadLine = Exclude<InvitationLine, { problem: null }>;

export const isGood = (line: InvitationLine): line is GoodLine => line.problem === null;
export const isBad = (line: InvitationLine): line is BadLine => line.problem !== null;
