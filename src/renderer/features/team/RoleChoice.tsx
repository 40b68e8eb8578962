import { Radio } from "@mantine/core";
import type { Role } from "#domain/policy/preset.ts";
import classes from "./RoleChoice.module.css";

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
    <Radio.Group label={label} {...(description ? { description } : {})} value={value} onChange={onChange}>
      <div className={classes["list"]}>
        {roles.map((role) => (
          <Radio
            key={role.key}
            size="xs"
            value={role.key}
            label={role.name}
            description={role.description}
            classNames={{ root: classes["row"] ?? "", body: classes["body"] ?? "", label: classes["label"] ?? "" }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
