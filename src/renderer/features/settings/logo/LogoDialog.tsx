import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PercentCrop } from "react-image-crop";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { LogoPreview } from "./LogoPreview.tsx";
import { LogoStage } from "./LogoStage.tsx";
import classes from "./Logo.module.css";
import type { ChosenImage } from "./readImage.ts";

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
    <Dialog title={t("logo.crop")} size={560} closesOutside={false} onClose={onClose}>
      <div className={classes["crop"]}>
        {broken ? null : <p className={classes["hint"]}>{t("logo.cropHint")}</p>}
        <FaultNotice fault={fault} />
        <div className={classes["desk"]}>
          {broken ? (
            <p role="alert" className={classes["stage"]}>
              {t("logo.wrong.unreadable")}
            </p>
          ) : (
            <LogoStage address={image.address} crop={crop} onChange={setCrop} onBroken={() => setBroken(true)} />
          )}
          <LogoPreview address={image.address} crop={crop} />
        </div>
      </div>
      <DialogFooter pending={set.pending}>
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

/** Percents as fractions, with what rounding puts outside brought back in. */
function fractionsOf({ x, y, width, height }: PercentCrop) {
  const [left, top] = [clamped(x / 100), clamped(y / 100)];
  return { x: left, y: top, width: Math.min(width / 100, 1 - left), height: Math.min(height / 100, 1 - top) };
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));
