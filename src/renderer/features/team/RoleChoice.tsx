import type { Role } from "#domain/policy/preset.ts";
import { ChoiceCards } from "#renderer/ui/form/ChoiceCards.tsx";

interface RoleChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly roles: readonly Role[];
  readonly value: string;
  readonly onChange: (role: string) => void;
}

/** Which role to give, each with what it means in one line. */
export function RoleChoice({ label, description, roles, value, onChange }: RoleChoiceProps) {
  return (
    <ChoiceCards
      label={label}
      {...(description ? { description } : {})}
      choices={roles.map((role) => ({ value: role.key, label: role.name, description: role.description }))}
      value={value}
      onChange={onChange}
    />
  );
}
