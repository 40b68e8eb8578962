import { answered } from "#contract/answer.ts";
import type { AccountAnswer } from "./answer.ts";

const isOpen = (now: Date) => (offer: { readonly expiresAt: string }) => Date.parse(offer.expiresAt) > now.getTime();

const getMe: AccountAnswer<"me.get"> = ({ account }) => (account === null ? null : answered(account));

const listInvitations: AccountAnswer<"me.listInvitations"> = ({ invitations, now }) =>
  invitations === null ? null : answered({ items: invitations.filter(isOpen(now)) });

const listOffered: AccountAnswer<"ownership.listOffered"> = ({ offers, now }) =>
  offers === null ? null : answered({ items: offers.filter(isOpen(now)) });

export const accountAnswers = {
  "me.get": getMe,
  "me.listInvitations": listInvitations,
  "ownership.listOffered": listOffered,
};
