import { useEffect, useRef, type ReactNode, type SubmitEvent } from "react";
import { FaultNotice } from "../page/FaultNotice.tsx";
import classes from "./Form.module.css";
import type { FormFault } from "./useFormFault.ts";

interface FormProps {
  readonly shown: Pick<FormFault, "fault" | "refusals">;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
}

/** Fields under each other; a fault of the whole form stands above them, and the first wrong field gets the focus. */
export function Form({ shown, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { fault, refusals } = shown;
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return (
    <form ref={form} className={classes["form"]} noValidate onSubmit={onSubmit}>
      <FaultNotice fault={fault} />
      {children}
    </form>
  );
}
