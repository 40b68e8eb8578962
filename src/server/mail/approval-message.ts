import { inWords, layOut, oneLine, type Mail, type Paragraph } from "./layout.ts";
import type { Letter } from "./letter.ts";

type RequestedLetter = Extract<Letter, { letter: "roleRequested" }>;
type EndedLetter = Extract<Letter, { letter: "roleRequestEnded" }>;

/** Words a request for a role, to those who may answer it, and the answer, to the person who asked. */
export function approvalMessage(letter: RequestedLetter | EndedLetter): Mail {
  const { subject, paragraphs } = letter.letter === "roleRequested" ? requested(letter) : ended(letter);
  return { to: letter.to, subject: oneLine(subject), ...layOut([`Hello ${oneLine(letter.name)},`, ...paragraphs]) };
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}

const quoted = (text: string): readonly Paragraph[] => (text.trim() === "" ? [] : [{ quote: text.trim() }]);

function requested(letter: RequestedLetter): Words {
  const what = `${oneLine(letter.requesterName)} asks to make ${oneLine(letter.memberName)} ${oneLine(letter.roleName)}`;
  return {
    subject: `${what} in ${letter.organizationName}`,
    paragraphs: [
      `${what} in ${oneLine(letter.organizationName)}.`,
      ...quoted(letter.reason),
      `Approve or decline in your inbox in Orgdesk until ${inWords(letter.expiresAt)}. Until then nothing changes.`,
    ],
  };
}

function ended(letter: EndedLetter): Words {
  const member = oneLine(letter.memberName);
  const role = oneLine(letter.roleName);
  const by = oneLine(letter.byName);
  const organization = oneLine(letter.organizationName);
  switch (letter.how) {
    case "approved":
      return {
        subject: `${member} is now ${role} in ${organization}`,
        paragraphs: [`${by} approved your request: ${member} is now ${role} in ${organization}.`],
      };
    case "declined":
      return {
        subject: `Your request for ${member} was declined`,
        paragraphs: [
          `${by} declined to make ${member} ${role} in ${organization}. Nothing has changed.`,
          ...quoted(letter.reason),
        ],
      };
    case "expired":
      return {
        subject: `Nobody answered your request for ${member}`,
        paragraphs: [
          `Nobody answered in time whether ${member} becomes ${role} in ${organization}. Nothing has changed.`,
        ],
      };
    case "overtaken":
      return {
        subject: `Your request for ${member} no longer applies`,
        paragraphs: [
          `You asked to make ${member} ${role} in ${organization}. Since then the state has changed, so the request was closed.`,
        ],
      };
  }
  return letter.how satisfies never;
}
