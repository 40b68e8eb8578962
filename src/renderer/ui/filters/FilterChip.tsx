import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { escapeCloses } from "../keyboard/escapeCloses.ts";
import classes from "./FilterChip.module.css";
import { ClosesWithScope } from "../Scope.tsx";

interface FilterChipProps {
  readonly name: string;
  /** What is chosen, in words; nothing while the filter is open to all. */
  readonly value?: string | null;
  readonly onClear: () => void;
  /** The small editor; call `close` once a choice is final. */
  readonly children: (close: () => void) => ReactNode;
}

/** A filter that reads as 'Role: Admin' and opens a small editor. */
export function FilterChip({ name, value, onClear, children }: FilterChipProps) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={(next) => (next ? undefined : close())} position="bottom-start" trapFocus>
      <span className={classes["chip"]} data-active={value ? true : undefined}>
        <Popover.Target>
          <button type="button" className={classes["open"]} onClick={toggle} onKeyDown={escapeCloses}>
            <span className={classes["name"]}>{name}</span>
            {value ? <span className={classes["value"]}>{value}</span> : <IconChevronDown size={14} aria-hidden />}
          </button>
        </Popover.Target>
        {value ? (
          <button
            type="button"
            className={classes["clear"]}
            aria-label={t("filter.remove", { name })}
            onClick={onClear}
          >
            <IconX size={12} />
          </button>
        ) : null}
      </span>
      <Popover.Dropdown p="sm">
        <ClosesWithScope onClose={close} />
        {children(close)}
      </Popover.Dropdown>
    </Popover>
  );
}
