import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useEver } from "#renderer/ui/useEver.ts";
import { useExplaining } from "#renderer/ui/dialog/useExplaining.tsx";
import { usePaletteOpening } from "./opening.ts";
import classes from "./Palette.module.css";
import { PaletteSearch } from "./PaletteSearch.tsx";

/** Every action, place, person and organization by a few letters. */
export function Palette({ organization }: { organization: Organization | undefined }) {
  const { t } = useTranslation("frame");
  const { opened, close } = usePaletteOpening();
  const { explain, dialog } = useExplaining();
  const ever = useEver(opened);
  if (!ever) return null;
  return (
    <>
      <Modal
        opened={opened}
        onClose={close}
        withCloseButton={false}
        title={t("palette.title")}
        size={600}
        padding={0}
        yOffset={80}
        classNames={{ content: classes["content"] ?? "", header: classes["header"] ?? "" }}
      >
        <PaletteSearch organization={organization} onClose={close} onExplain={explain} />
      </Modal>
      {dialog}
    </>
  );
}
