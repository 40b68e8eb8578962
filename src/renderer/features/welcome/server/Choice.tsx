import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight, type Icon } from "@tabler/icons-react";
import { useId } from "react";
import classes from "./FirstRun.module.css";

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Given where the choice unfolds instead of acting at once. */
  readonly opened?: boolean;
  readonly onChoose: () => void;
}

/** One place to go from the first run: named by its title, described by its sentence. */
export function Choice({ icon: Sign, title, text, opened, onChoose }: ChoiceProps) {
  const id = useId();
  const Arrow = opened ? IconChevronDown : IconChevronRight;
  return (
    <UnstyledButton
      className={classes["choice"] ?? ""}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      {...(opened === undefined ? {} : { "aria-expanded": opened })}
      onClick={onChoose}
    >
      <span className={classes["sign"]} aria-hidden="true">
        <Sign size={18} stroke={1.75} />
      </span>
      <span>
        <span id={`${id}-title`} className={classes["name"]}>
          {title}
        </span>
        <span id={`${id}-text`} className={classes["what"]}>
          {text}
        </span>
      </span>
      <Arrow size={16} aria-hidden="true" />
    </UnstyledButton>
  );
}
