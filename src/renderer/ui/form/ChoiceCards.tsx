import { Radio } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./ChoiceCards.module.css";
import { Reason } from "../Reason.tsx";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Beside the label, in a quieter voice. */
  readonly aside?: string;
  readonly description?: string;
  /** Why it may not be chosen. */
  readonly reason?: string | null;
  /** More about the reason, for whoever chooses it all the same. */
  readonly explanation?: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  readonly label: string;
  readonly description?: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of a few things, each with what it means in one line. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, description, choices, value, onChange } = props;
  const choose = (given: string) => {
    const choice = choices.find((one) => one.value === given);
    if (choice && !choice.reason) onChange(choice.value);
  };
  return (
    <Radio.Group label={label} {...(description ? { description } : {})} value={value} onChange={choose}>
      <div className={classes["list"]}>
        {choices.map((choice) => (
          <Reason key={choice.value} because={choice.reason} explanation={choice.explanation}>
            <Radio
              size="xs"
              value={choice.value}
              label={
                <>
                  {choice.label}
                  {choice.aside ? <span className={classes["aside"]}>{choice.aside}</span> : null}
                </>
              }
              description={choice.description}
              classNames={{ root: classes["row"] ?? "", body: classes["body"] ?? "", label: classes["label"] ?? "" }}
            />
          </Reason>
        ))}
      </div>
    </Radio.Group>
  );
}
