import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { PercentCrop } from "react-image-crop";
import classes from "./Logo.module.css";

/** Sides in pixels: in this form, in the sidebar, in lists. */
const sizes = [64, 28, 20];

/** The crop as it will be seen in the sizes in which it will be seen. */
export function LogoPreview({ address, crop }: { address: string; crop: PercentCrop | undefined }) {
  const { t } = useTranslation("settings");
  return (
    <section className={classes["previews"]} aria-label={t("logo.preview")}>
      {sizes.map((size) => (
        <span key={size} className={classes["preview"]} style={{ width: size, height: size }}>
          {crop ? <img src={address} alt="" style={placed(crop)} /> : null}
        </span>
      ))}
    </section>
  );
}

/** Makes the crop fill the box: the image is enlarged by as much as the crop is smaller, and moved. */
const placed = ({ x, y, width, height }: PercentCrop): CSSProperties => ({
  width: `${10_000 / width}%`,
  height: `${10_000 / height}%`,
  left: `${(-100 * x) / width}%`,
  top: `${(-100 * y) / height}%`,
});
