import { approvalMessage } from "./approval-message.ts";
import { invitationMessage } from "./invitation-message.ts";
import type { Letter } from "./letter.ts";
import { inWords, layOut, oneLine, type Mail, type Paragraph } from "./layout.ts";
import { memberMessage } from "./member-message.ts";
import { reviewMessage } from "./review-message.ts";

/** Words a letter. Whatever people wrote (names, messages) stays text: no header, no markup comes of it. */
export function compose(letter: Letter, publicUrl: string): Mail {
  switch (letter.letter) {
    case "verifyEmail":
      return mail(letter, "Confirm your e-mail address", [
        "Enter this code in Orgdesk to confirm your e-mail address:",
        { code: letter.code },
        `It works once, for ${letter.minutes} minutes. If you did not sign up for Orgdesk, ignore this mail.`,
      ]);
    case "resetPassword":
      return mail(letter, "Reset your password", [
        "Enter this code in Orgdesk to choose a new password:",
        { code: letter.code },
        `It works once, for ${letter.minutes} minutes. If you did not ask for it, ignore this mail: your password stays as it is.`,
      ]);
    case "addressInUse":
      return mail(letter, "You already have an account", [
        "Somebody tried to sign up for Orgdesk with your e-mail address. You already have an account, so nothing was changed.",
        "If it was you, sign in instead, or reset your password from the sign-in screen.",
      ]);
    case "passwordChanged":
      return mail(letter, "Your password was changed", [
        `The password of your Orgdesk account was changed on ${inWords(letter.at)}. Your other sessions were signed out.`,
        "If it was not you, reset your password from the sign-in screen at once.",
      ]);
    case "twoFactorChanged":
      return twoFactorMessage(letter);
    case "waitingForSeat":
      return mail(letter, `Waiting for a seat in ${letter.organizationName}`, [
        `${letter.organizationName} has no free seat at the moment. You join as soon as one is free; you need not do anything.`,
      ]);
    case "ownershipOffered":
      return mail(letter, `${letter.fromName} offers you the ownership of ${letter.organizationName}`, [
        `${oneLine(letter.fromName)} asks you to take over ${oneLine(letter.organizationName)}. As its owner you answer for its people and its deletion.`,
        letter.formerOwner === "leaves"
          ? `${oneLine(letter.fromName)} leaves the organization when you accept.`
          : `${oneLine(letter.fromName)} stays with a lower role when you accept.`,
        `Accept or decline in your inbox in Orgdesk until ${inWords(letter.expiresAt)}. Until you accept, nothing changes.`,
      ]);
    case "ownershipTransferred":
      return mail(letter, `${letter.organizationName} has a new owner`, [
        `${oneLine(letter.toName)} took over ${oneLine(letter.organizationName)} from ${oneLine(letter.fromName)}.`,
      ]);
    case "ownershipOfferEnded":
      return mail(letter, `The ownership of ${letter.organizationName} stays as it is`, [endOfOffer(letter)]);
    case "roleRequested":
    case "roleRequestEnded":
      return approvalMessage(letter);
    case "confirmOwnership":
      return mail(letter, `Confirm that you can administer ${letter.organizationName}`, [
        `${oneLine(letter.formerName)} is no owner of ${oneLine(letter.organizationName)} any more, which leaves fewer than two owners who signed in lately.`,
        `Confirm in your inbox in Orgdesk until ${inWords(letter.confirmBy)}. Otherwise ${oneLine(letter.formerName)} becomes an owner again, so that nobody is locked out.`,
      ]);
    case "adminDemoted": {
      const member = oneLine(letter.memberName);
      const [from, to] = [oneLine(letter.fromRoleName), oneLine(letter.toRoleName)];
      return mail(letter, `${member} is now ${to} in ${letter.organizationName}`, [
        `${oneLine(letter.byName)} changed the role of ${member} in ${oneLine(letter.organizationName)} from ${from} to ${to}.`,
        "You are told because this organization lets an Admin demote another. Under Roles & permissions an owner can turn that off.",
      ]);
    }
    case "ownershipRestored":
      return mail(letter, `You are an owner of ${letter.organizationName} again`, [
        `No other owner of ${oneLine(letter.organizationName)} confirmed in time that they can administer it, so you are an owner again.`,
      ]);
    case "reviewDue":
      return reviewMessage(letter);
    case "organizationDeletion":
      return deletionMessage(letter);
    case "invitation":
      return invitationMessage(letter, publicUrl);
    case "welcome":
    case "roleChanged":
    case "accessEnding":
    case "accessEnded":
    case "memberJoined":
    case "seatNeeded":
      return memberMessage(letter);
  }
  return letter satisfies never;
}

function twoFactorMessage(letter: Extract<Letter, { letter: "twoFactorChanged" }>): Mail {
  const when = inWords(letter.at);
  if (letter.what === "turnedOn") {
    return mail(letter, "Two-factor authentication is on", [
      `Since ${when}, signing in to your Orgdesk account takes a code from your authenticator app besides the password.`,
      "Keep the recovery codes where you find them without your phone. If it was not you, reset your password from the sign-in screen at once.",
    ]);
  }
  return mail(letter, "Two-factor authentication is off", [
    `Since ${when}, signing in to your Orgdesk account takes the password only.`,
    "If it was not you, reset your password from the sign-in screen at once and turn it on again.",
  ]);
}

function endOfOffer({ how, ...letter }: Extract<Letter, { letter: "ownershipOfferEnded" }>): string {
  const organization = oneLine(letter.organizationName);
  if (how === "cancelled") return `The offer to take over ${organization} was taken back. Nothing has changed.`;
  const ending = how === "declined" ? "declined to take over" : "did not answer in time whether to take over";
  return `${oneLine(letter.toName)} ${ending} ${organization}. Nothing has changed.`;
}

type DeletionLetter = Extract<Letter, { letter: "organizationDeletion" }>;

function deletionMessage(letter: DeletionLetter): Mail {
  const { what, organizationName } = letter;
  const [organization, by] = [oneLine(organizationName), oneLine(letter.byName)];
  if (what === "restored") {
    return mail(letter, `${organizationName} was restored`, [
      `${by} restored ${organization}. Everything is as it was.`,
    ]);
  }
  if (what === "purged") {
    return mail(letter, `${organizationName} is deleted for good`, [
      `${organization} and everything in it is being removed. Your account keeps the certificate of its deletion.`,
    ]);
  }
  return mail(letter, `${organizationName} is scheduled for deletion`, [
    `${by} deleted ${organization}. It can only be read now and is removed for good on ${inWords(letter.purgeAt)}.`,
    "Until then an owner can restore it in Orgdesk.",
  ]);
}

function mail({ to, name }: { to: string; name: string }, subject: string, paragraphs: readonly Paragraph[]): Mail {
  return { to, subject: oneLine(subject), ...layOut([`Hello ${oneLine(name)},`, ...paragraphs]) };
}
