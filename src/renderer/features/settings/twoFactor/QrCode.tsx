import { useMemo } from "react";
import { renderSVG } from "uqr";
import classes from "./TwoFactor.module.css";

/**
 * Drawn on this machine: the key goes to nobody else. Black on white in either theme, since cameras read no other,
 * with the four modules of white around it that the standard asks for.
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const picture = useMemo(() => renderSVG(text, { ecc: "M", border: 4 }), [text]);
  return <img className={classes["qr"]} alt={label} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} />;
}
