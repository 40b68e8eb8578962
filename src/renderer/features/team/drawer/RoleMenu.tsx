import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { byRank, roleOf } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { useExplaining } from "#renderer/ui/dialog/useExplaining.tsx";
import { useRoleChoice, type RoleChoice } from "../requests/useRoleChoice.ts";
import classes from "./TeamDrawer.module.css";

interface RoleMenuProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly onChange: (role: string, by: RoleChoice["by"]) => void;
}

/** Every role with what it means; those that the reader may not give say why. */
export function RoleMenu({ organization, member, onChange }: RoleMenuProps) {
  const { t } = useTranslation("team");
  const { t: approvals } = useTranslation("approvals");
  const choose = useRoleChoice(organization);
  const { explain, dialog } = useExplaining();
  const policy = policyFor(organization);
  const options = byRank(policy).map((key) => {
    const { by, refused } = choose(member, key);
    const current = key === member.role;
    return { key, role: roleOf(policy, key), by, current, refused: current ? { reason: null } : refused };
  });
  // One reason for all is the button's; different ones are told role by role.
  const refusals = options.filter(({ current }) => !current).map(({ refused }) => refused);
  const [first = { reason: null }] = refusals;
  const button = (
    <Button variant="default" rightSection={<IconChevronDown size={14} />}>
      {t("act.changeRole")}
    </Button>
  );
  if (first.reason !== null && refusals.every(({ reason }) => reason === first.reason)) {
    return (
      <Reason because={first.reason} explanation={first.explanation} position="bottom">
        {button}
      </Reason>
    );
  }
  return (
    <>
      <Menu position="bottom-start" width={320}>
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          {options.map(({ key, role, by, current, refused: { reason, explanation } }) => (
            <Reason
              key={key}
              because={reason}
              position="left"
              onAsk={explanation ? () => explain(explanation) : undefined}
            >
              <Menu.Item
                leftSection={<IconCheck size={16} visibility={current ? "visible" : "hidden"} />}
                closeMenuOnClick={reason === null || explanation !== undefined}
                aria-current={current ? "true" : undefined}
                onClick={() => (current ? undefined : onChange(key, by))}
              >
                <span className={classes["roleItem"]}>
                  <span className={classes["roleName"]}>{role?.name ?? key}</span>
                  <span className={classes["roleText"]}>{role?.description}</span>
                  {by === "request" && !current ? (
                    <span className={classes["roleText"]} data-approval>
                      {approvals("ask.needed")}
                    </span>
                  ) : null}
                </span>
              </Menu.Item>
            </Reason>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
