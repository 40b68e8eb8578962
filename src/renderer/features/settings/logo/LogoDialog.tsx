import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import ReactCrop, { centerCrop, makeAspectCrop, type PercentCrop } from "react-image-crop";
import "react-image-crop/dist/ReactCrop.css";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { LogoPreview } from "./LogoPreview.tsx";
import classes from "./Logo.module.css";
import type { ChosenImage } from "./readImage.ts";
import { useHandleNames } from "./useHandleNames.ts";

interface LogoDialogProps {
  readonly organization: Organization;
  readonly image: ChosenImage;
  readonly onClose: () => void;
}

/** Which square of the image becomes the logo, with what it will look like. */
export function LogoDialog({ organization, image, onClose }: LogoDialogProps) {
  const { t } = useTranslation("settings");
  const [crop, setCrop] = useState<PercentCrop>();
  const [broken, setBroken] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const names = useHandleNames();
  const set = useCommand("organization.setLogo", {
    onDone: ({ name }) => {
      toastDone({ message: t("logo.done", { name }) });
      onClose();
    },
    onFault: setFault,
  });
  const save = () => {
    setFault(null);
    void set.run({
      organizationId: organization.id,
      image: image.base64,
      ...(crop === undefined ? {} : { crop: fractionsOf(crop) }),
    });
  };
  return (
    <Dialog title={t("logo.crop")} size={560} closesOutside={false} onClose={set.pending ? () => {} : onClose}>
      <p className={classes["hint"]}>{t("logo.cropHint")}</p>
      {fault ? <FaultNotice fault={fault} /> : null}
      {broken ? (
        <p role="alert" className={classes["wrong"]}>
          {t("logo.wrong.unreadable")}
        </p>
      ) : null}
      <div className={classes["desk"]}>
        <ReactCrop
          className={classes["crop"] ?? ""}
          aspect={1}
          keepSelection
          minWidth={16}
          ariaLabels={names}
          {...(crop === undefined ? {} : { crop })}
          onChange={(_, percent) => setCrop(percent)}
        >
          <img
            src={image.address}
            alt={t("logo.chosen")}
            className={classes["image"]}
            onError={() => setBroken(true)}
            onLoad={({ currentTarget: { width, height } }) => setCrop(squareIn(width, height))}
          />
        </ReactCrop>
        <LogoPreview address={image.address} crop={crop} />
      </div>
      <DialogFooter>
        <Button variant="default" disabled={set.pending} onClick={onClose}>
          {t("logo.cancel")}
        </Button>
        <CommandButton loading={set.pending} disabled={broken || crop === undefined} onClick={save}>
          {t("logo.save")}
        </CommandButton>
      </DialogFooter>
    </Dialog>
  );
}

/** The largest square, in the middle. */
const squareIn = (width: number, height: number): PercentCrop =>
  centerCrop(
    makeAspectCrop(width < height ? { unit: "%", width: 100 } : { unit: "%", height: 100 }, 1, width, height),
    width,
    height,
  );

/** Percents as fractions, with what rounding puts outside brought back in. */
function fractionsOf({ x, y, width, height }: PercentCrop) {
  const [left, top] = [clamped(x / 100), clamped(y / 100)];
  return { x: left, y: top, width: Math.min(width / 100, 1 - left), height: Math.min(height / 100, 1 - top) };
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));
