import { Spotlight } from "@mantine/spotlight";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PersonAvatar } from "#renderer/ui/PersonAvatar.tsx";
import type { Command } from "../commands/commands.ts";
import { Shortcut } from "../commands/Shortcut.tsx";
import { MyRole } from "../organizations/MyRole.tsx";

interface CommandActionProps {
  readonly command: Command;
  readonly onUse: (id: string) => void;
}

/** An action or a place; one that is not possible stays in sight and says why. */
export function CommandAction({ command, onUse }: CommandActionProps) {
  const run = () => {
    onUse(command.id);
    command.run();
  };
  return (
    <Spotlight.Action
      label={command.label}
      leftSection={command.icon}
      rightSection={command.shortcut ? <Shortcut keys={command.shortcut} /> : null}
      {...(command.reason ? { description: command.reason, "aria-disabled": true } : {})}
      closeSpotlightOnTrigger={!command.reason}
      {...(command.reason ? {} : { onClick: run })}
    />
  );
}

export function PersonAction({ member, onOpen }: { member: Member; onOpen: () => void }) {
  return (
    <Spotlight.Action
      label={member.name}
      description={member.email}
      leftSection={<PersonAvatar id={member.accountId} name={member.name} size={20} />}
      dimmedSections={false}
      onClick={onOpen}
    />
  );
}

export function OrganizationAction({ organization, onOpen }: { organization: Organization; onOpen: () => void }) {
  return (
    <Spotlight.Action
      label={organization.name}
      leftSection={<PersonAvatar id={organization.id} name={organization.name} size={20} shape="square" />}
      rightSection={<MyRole organization={organization} />}
      dimmedSections={false}
      onClick={onOpen}
    />
  );
}
