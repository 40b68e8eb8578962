import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { byRank, roleOf } from "#domain/policy/policy.ts";
import { policyFor, useDecide } from "#renderer/bridge/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { factsOf } from "../judging.ts";
import classes from "./TeamDrawer.module.css";

interface RoleMenuProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly pending: boolean;
  readonly onChange: (role: string) => void;
}

/** Every role with what it means; those that the reader may not give say why. */
export function RoleMenu({ organization, member, pending, onChange }: RoleMenuProps) {
  const { t } = useTranslation("team");
  const decide = useDecide(organization);
  const policy = policyFor(organization);
  const options = byRank(policy).map((key) => {
    const verdict = decide({ kind: "changeRole", target: factsOf(member), to: key });
    const current = key === member.role;
    return { key, role: roleOf(policy, key), current, reason: current ? null : verdict.sentence };
  });
  // One reason for all is the button's; different ones are told role by role.
  const reasons = new Set(options.filter(({ current }) => !current).map((option) => option.reason));
  const [only = null] = reasons;
  const reason = reasons.size === 1 ? only : null;
  const button = (
    <Button variant="default" loading={pending} rightSection={<IconChevronDown size={14} />}>
      {t("act.changeRole")}
    </Button>
  );
  if (reason !== null) {
    return (
      <Reason because={reason} position="bottom">
        {button}
      </Reason>
    );
  }
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {options.map(({ key, role, current, reason }) => (
          <Reason key={key} because={reason} position="left">
            <Menu.Item
              leftSection={<IconCheck size={16} visibility={current ? "visible" : "hidden"} />}
              closeMenuOnClick={reason === null}
              aria-current={current ? "true" : undefined}
              onClick={() => (current ? undefined : onChange(key))}
            >
              <span className={classes["roleItem"]}>
                <span className={classes["roleName"]}>{role?.name ?? key}</span>
                <span className={classes["roleText"]}>{role?.description}</span>
              </span>
            </Menu.Item>
          </Reason>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
