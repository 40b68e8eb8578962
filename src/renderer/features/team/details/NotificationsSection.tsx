import { useContext } from "react";
import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NotificationPreferences } from "#contract/entities/memberDetails.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { notificationKinds, wants, type NotificationKind } from "#domain/memberNotifications.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton, NoChanges } from "#renderer/ui/CommandButton.tsx";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useAhead } from "#renderer/ui/form/useAhead.ts";
import classes from "./Details.module.css";
import { SectionHead } from "./SectionHead.tsx";

interface NotificationsSectionProps {
  readonly organization: Organization;
  readonly preferences: NotificationPreferences;
}

/** Which mails of the organization a person wants, in their own drawer alone; each switch saves at once. */
export function NotificationsSection({ organization, preferences }: NotificationsSectionProps) {
  const { t } = useTranslation("members");
  const noChanges = useContext(NoChanges);
  const save = useCommand("member.updateNotifications", {
    onDone: () => toastDone({ message: t("notifications.done") }),
  });
  const [muted, set] = useAhead<readonly NotificationKind[]>(preferences.muted, (next) =>
    save.run({ organizationId: organization.id, muted: [...next] }),
  );
  const toggle = (kind: NotificationKind, wanted: boolean) =>
    void set(wanted ? muted.filter((other) => other !== kind) : [...muted, kind]);
  return (
    <DrawerSection title={t("notifications.title")}>
      <SectionHead>
        <CommandButton variant="default" size="compact-xs" loading={save.pending} onClick={() => void set([])}>
          {t("notifications.keep")}
        </CommandButton>
      </SectionHead>
      <p className={classes["hint"]}>{t("notifications.hint")}</p>
      <div className={classes["kinds"]}>
        {notificationKinds.map((kind) => (
          <Reason key={kind} because={noChanges}>
            <Switch
              size="xs"
              label={t(`notifications.kind.${kind}`)}
              checked={wants(muted, kind)}
              disabled={save.pending}
              onChange={(event) => {
                if (noChanges === null) toggle(kind, event.currentTarget.checked);
              }}
            />
          </Reason>
        ))}
      </div>
    </DrawerSection>
  );
}
