import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight, type Icon } from "@tabler/icons-react";
import classes from "./FirstRun.module.css";

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Given where the choice unfolds instead of acting at once. */
  readonly opened?: boolean;
  readonly onChoose: () => void;
}

/** One place to go from the first run: a title and a sentence about it. */
export function Choice({ icon: Sign, title, text, opened, onChoose }: ChoiceProps) {
  const Arrow = opened ? IconChevronDown : IconChevronRight;
  return (
    <UnstyledButton
      className={classes["choice"] ?? ""}
      {...(opened === undefined ? {} : { "aria-expanded": opened })}
      onClick={onChoose}
    >
      <span className={classes["sign"]} aria-hidden="true">
        <Sign size={18} stroke={1.75} />
      </span>
      <span>
        <span className={classes["name"]}>{title}</span>
        <span className={classes["what"]}>{text}</span>
      </span>
      <Arrow size={16} aria-hidden="true" />
    </UnstyledButton>
  );
}
