import { useTranslation } from "react-i18next";

/** What the crop and its handles are called for those who do not see them. */
export function useHandleNames() {
  const { t } = useTranslation("settings");
  return {
    cropArea: t("logo.handle.area"),
    nwDragHandle: t("logo.handle.northWest"),
    nDragHandle: t("logo.handle.north"),
    neDragHandle: t("logo.handle.northEast"),
    eDragHandle: t("logo.handle.east"),
    seDragHandle: t("logo.handle.southEast"),
    sDragHandle: t("logo.handle.south"),
    swDragHandle: t("logo.handle.southWest"),
    wDragHandle: t("logo.handle.west"),
  };
}
