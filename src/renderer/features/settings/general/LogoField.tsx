import { Button, FileButton, Group } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { OrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { FieldRow } from "#renderer/ui/form/FieldRow.tsx";
import { LogoDialog } from "../logo/LogoDialog.tsx";
import { RemoveLogoDialog } from "../logo/RemoveLogoDialog.tsx";
import { readImage, type ChosenImage } from "../logo/readImage.ts";
import classes from "../logo/Logo.module.css";

interface LogoFieldProps {
  readonly organization: Organization;
}

const editing = { kind: "use", permission: "organization.edit" } as const;

/** The organization's logo, chosen from a file and cropped before it is sent. */
export function LogoField({ organization }: LogoFieldProps) {
  const { t } = useTranslation("settings");
  const [chosen, setChosen] = useState<ChosenImage | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const reset = useRef<() => void>(null);
  const [removing, setRemoving] = useState(false);
  const choose = async (file: File | null) => {
    reset.current?.();
    if (file === null) return;
    const read = await readImage(file);
    setWrong(read.ok ? null : t(`logo.wrong.${read.problem}`, { size: read.megabytes }));
    setChosen(read.ok ? read.image : null);
  };
  const change = organization.logo === null ? t("logo.upload") : t("logo.replace");
  return (
    <FieldRow title={t("logo.title")} description={t("logo.hint")}>
      <Group gap={8} wrap="nowrap" className={classes["field"] ?? ""}>
        <OrganizationAvatar organization={organization} size={48} />
        <FileButton
          accept="image/png,image/jpeg,image/svg+xml"
          resetRef={reset}
          onChange={(file) => void choose(file)}
          inputProps={{ "aria-label": t("logo.file") }}
        >
          {(props) => (
            <Explained organization={organization} act={editing} position="top">
              <Button variant="default" {...props}>
                {change}
              </Button>
            </Explained>
          )}
        </FileButton>
        {organization.logo === null ? null : (
          <Explained organization={organization} act={editing} position="top">
            <Button variant="subtle" onClick={() => setRemoving(true)}>
              {t("logo.remove")}
            </Button>
          </Explained>
        )}
      </Group>
      {wrong ? (
        <p role="alert" className={classes["wrong"]}>
          {wrong}
        </p>
      ) : null}
      {chosen ? <LogoDialog organization={organization} image={chosen} onClose={() => setChosen(null)} /> : null}
      {removing ? <RemoveLogoDialog organization={organization} onClose={() => setRemoving(false)} /> : null}
    </FieldRow>
  );
}
