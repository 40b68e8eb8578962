import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { memo, useRef, type KeyboardEvent, type Ref } from "react";
import { useMergedRef } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Kbd } from "../keyboard/Kbd.tsx";
import { useSlash } from "../keyboard/useSlash.ts";

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** Without it, what a toolbar leaves it: as much as fits beside the filters, up to 240 px. */
  readonly width?: number;
  /** ↓ and Enter: on to the results. */
  readonly onLeave?: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A search box that '/' focuses; Esc clears it, then lets go of it. */
export const SearchField = memo(function SearchField({
  value,
  onChange,
  label,
  width,
  onLeave,
  ref,
}: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const merged = useMergedRef(input, ref ?? null);
  useSlash(input);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      if (value) onChange("");
      else if (onLeave) onLeave();
      else input.current?.blur();
    } else if ((event.key === "ArrowDown" || event.key === "Enter") && onLeave) {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <TextInput
      ref={merged}
      type="search"
      {...(width === undefined ? { flex: "1 1 160px", maw: 240 } : { w: width, maw: "100%" })}
      value={value}
      placeholder={label}
      aria-label={label}
      aria-keyshortcuts="/"
      leftSection={<IconSearch size={14} />}
      rightSection={
        value ? <CloseButton size="xs" aria-label={t("action.clear")} onClick={() => onChange("")} /> : <Kbd keys="/" />
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
});
