import { Textarea } from "@mantine/core";
import { useState, type KeyboardEvent, type Ref } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

interface CommentFieldProps {
  readonly value: string;
  readonly onSave: (text: string) => void;
  /** Written or left as it was by a key. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLTextAreaElement>;
}

const mostCharacters = 500;

/** A comment on a decision; Enter keeps it, Shift+Enter begins a line, Esc leaves it as it was. */
export function CommentField({ value, onSave, onLeave, ref }: CommentFieldProps) {
  const { t } = useTranslation("reviews");
  const [text, setText] = useState(value);
  const save = () => {
    if (text.trim() !== value) onSave(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // At once: leaving the field keeps what is in it.
    if (event.key === "Escape") flushSync(() => setText(value));
    if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
    onLeave();
  };
  return (
    <Textarea
      ref={ref}
      label={t("decide.comment")}
      placeholder={t("decide.commentHint")}
      aria-keyshortcuts="m"
      rows={2}
      maxLength={mostCharacters}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
