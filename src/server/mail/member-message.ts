import { inWords, layOut, oneLine, type Mail, type Paragraph } from "./layout.ts";
import type { Letter } from "./letter.ts";

type Of<Kind extends Letter["letter"]> = Extract<Letter, { letter: Kind }>;
export type MemberLetter = Of<
  "welcome" | "roleChanged" | "accessEnding" | "accessEnded" | "memberJoined" | "seatNeeded"
>;

/** The letters of an organization to its members. They carry its name as the sender's. */
export function memberMessage(letter: MemberLetter): Mail {
  const organization = oneLine(letter.organizationName);
  const mail = (subject: string, paragraphs: readonly Paragraph[]): Mail => ({
    to: letter.to,
    fromName: organization,
    subject: oneLine(subject),
    ...layOut([`Hello ${oneLine(letter.name)},`, ...paragraphs]),
  });
  switch (letter.letter) {
    case "welcome":
      return mail(`Welcome to ${organization}`, welcome(letter, organization));
    case "roleChanged":
      return mail(`Your role in ${organization} is now ${letter.roleName}`, [
        `${oneLine(letter.byName)} made you ${oneLine(letter.roleName)} in ${organization}. ${letter.roleDescription}`.trim(),
        settingsNote,
      ]);
    case "accessEnding":
      return accessEnding(letter, organization, mail);
    case "accessEnded":
      return mail(`Your access to ${organization} has ended`, [
        `Your access to ${organization} was limited in time and has ended. Whoever manages its team can give it back.`,
      ]);
    case "memberJoined":
      return mail(`${letter.memberName} joined ${organization}`, [
        `${oneLine(letter.memberName)} accepted your invitation and is now ${oneLine(letter.roleName)} in ${organization}.`,
        settingsNote,
      ]);
    case "seatNeeded":
      return mail(`${letter.memberName} waits for a seat in ${organization}`, [
        `${oneLine(letter.memberName)} accepted your invitation to ${organization}, but no seat is free. They join as soon as one is.`,
        settingsNote,
      ]);
  }
  return letter satisfies never;
}

const settingsNote = "Which of these mails you get is yours to choose: open yourself in the team.";

function welcome(letter: Of<"welcome">, organization: string): Paragraph[] {
  return [
    `You are now ${oneLine(letter.roleName)} in ${organization}. ${letter.roleDescription}`.trim(),
    `What you can work in: ${workspacesOf(letter)}.`,
    { link: `orgdesk://organizations/${letter.organizationId}`, label: `Open ${organization} in Orgdesk` },
    "A short checklist on the overview shows what is worth setting up first.",
  ];
}

function workspacesOf({ workspaces }: Of<"welcome">): string {
  if (workspaces.all) return workspaces.future ? "all workspaces, also those to come" : "all current workspaces";
  if (workspaces.names.length === 0)
    return workspaces.future ? "workspaces that are created later" : "no workspace yet";
  const named = workspaces.names.map(oneLine).join(", ");
  const more = workspaces.more > 0 ? ` and ${workspaces.more} more` : "";
  return `${named}${more}${workspaces.future ? ", and those to come" : ""}`;
}

function accessEnding(
  letter: Of<"accessEnding">,
  organization: string,
  mail: (subject: string, paragraphs: readonly Paragraph[]) => Mail,
): Mail {
  const until = inWords(letter.until);
  const member = oneLine(letter.memberName);
  return letter.own
    ? mail(`Your access to ${organization} ends soon`, [
        `Your access to ${organization} ends on ${until}. Whoever manages its team can lengthen it.`,
      ])
    : mail(`${member}'s access to ${organization} ends soon`, [
        `${member}'s access to ${organization} ends on ${until}. You can lengthen it in the team.`,
        settingsNote,
      ]);
}
