import { useState } from "react";
import { useTranslation } from "react-i18next";
import ReactCrop, { centerCrop, makeAspectCrop, type PercentCrop } from "react-image-crop";
import "react-image-crop/dist/ReactCrop.css";
import classes from "./Logo.module.css";
import { useHandleNames } from "./useHandleNames.ts";

interface LogoStageProps {
  readonly address: string;
  readonly crop: PercentCrop | undefined;
  readonly onChange: (crop: PercentCrop) => void;
  readonly onBroken: () => void;
}

/** The image as large as the stage allows, whatever its size and shape, with the square on it. */
export function LogoStage({ address, crop, onChange, onBroken }: LogoStageProps) {
  const { t } = useTranslation("settings");
  const names = useHandleNames();
  const [ratio, setRatio] = useState(1);
  const show = (image: HTMLImageElement) => {
    const [width, height] = [image.naturalWidth || 1, image.naturalHeight || 1];
    setRatio(width / height);
    onChange(squareIn(width, height));
  };
  return (
    <div className={classes["stage"]}>
      <ReactCrop
        aspect={1}
        keepSelection
        minWidth={16}
        ariaLabels={names}
        style={{ width: `min(100%, var(--height) * ${ratio})` }}
        {...(crop === undefined ? {} : { crop })}
        onChange={(_, percent) => onChange(percent)}
      >
        <img
          src={address}
          alt={t("logo.chosen")}
          className={classes["image"]}
          onError={onBroken}
          onLoad={({ currentTarget }) => show(currentTarget)}
        />
      </ReactCrop>
    </div>
  );
}

/** The largest square, in the middle. */
const squareIn = (width: number, height: number): PercentCrop =>
  centerCrop(
    makeAspectCrop(width < height ? { unit: "%", width: 100 } : { unit: "%", height: 100 }, 1, width, height),
    width,
    height,
  );
