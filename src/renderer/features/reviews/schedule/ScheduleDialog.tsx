import { Button, Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import type { Fault } from "#contract/fault.ts";
import { addMonths } from "#domain/calendar/calendarDay.ts";
import { reviewRhythms, type ReviewRhythm } from "#domain/review/schedule.ts";
import { daysAgo } from "#renderer/app/days/days.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { firstDayOfWeek } from "#renderer/i18n/format.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "../Reviews.module.css";
import { scopeOf, useScopeDraft } from "../start/scope.ts";
import { ScopeFields } from "../start/ScopeFields.tsx";
import { useScheduleOf } from "./useScheduleOf.ts";

interface ScheduleDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Sets how often the access to an organization is reviewed. */
export function ScheduleDialog({ organization, onClose }: ScheduleDialogProps) {
  const { t } = useTranslation("reviews");
  const { data, error } = useScheduleOf(organization.id);
  return (
    <Dialog title={t("schedules.title", { organization: organization.name })} onClose={onClose} size={520}>
      {error ? <FaultNotice fault={error} /> : null}
      {data ? (
        <ScheduleForm organization={organization} schedule={data.schedule} onClose={onClose} />
      ) : error ? null : (
        <Loading />
      )}
    </Dialog>
  );
}

function ScheduleForm({
  organization,
  schedule,
  onClose,
}: ScheduleDialogProps & { readonly schedule: ReviewSchedule | null }) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const organizationId = organization.id;
  const today = daysAgo(0, organization.timeZone);
  const [rhythm, setRhythm] = useState<ReviewRhythm>(schedule?.rhythm ?? "quarterly");
  const [first, setFirst] = useState<string | null>(schedule?.nextDueOn ?? addMonths(today, 3));
  const [draft, change] = useScopeDraft(schedule?.scope);
  const [fault, setFault] = useState<Fault | null>(null);
  const scope = scopeOf(draft);
  const set = useCommand("reviewSchedule.set", {
    onDone: (_, { plan }) => {
      toastDone({ message: t(plan ? "schedules.saved" : "schedules.stopped", { organization: organization.name }) });
      onClose();
    },
    onFault: setFault,
  });
  return (
    <>
      <p className={classes["lead"]}>{t("schedules.what")}</p>
      <FaultNotice fault={fault} />
      <div className={classes["pair"]}>
        <Select
          data-autofocus
          label={t("schedules.rhythm")}
          allowDeselect={false}
          data={reviewRhythms.map((value) => ({ value, label: t(`schedules.${value}`) }))}
          value={rhythm}
          onChange={(value) => setRhythm(reviewRhythms.find((each) => each === value) ?? rhythm)}
        />
        <DatePickerInput
          label={t("schedules.first")}
          size="sm"
          value={first}
          minDate={today}
          weekendDays={[]}
          firstDayOfWeek={firstDayOfWeek(organization.language)}
          hideOutsideDates
          ariaLabels={{ previousMonth: t("schedules.previousMonth"), nextMonth: t("schedules.nextMonth") }}
          onChange={setFirst}
        />
      </div>
      <ScopeFields draft={draft} organizationId={organizationId} onChange={change} />
      <DialogFooter pending={set.pending}>
        {schedule ? (
          <CommandButton
            variant="subtle"
            color="red"
            disabled={set.pending}
            onClick={() => void set.run({ organizationId, plan: null })}
          >
            {t("schedules.stop")}
          </CommandButton>
        ) : null}
        <Button variant="default" onClick={onClose} disabled={set.pending}>
          {common("action.cancel")}
        </Button>
        <CommandButton
          loading={set.pending}
          disabled={scope === null || first === null}
          onClick={() => scope && first && void set.run({ organizationId, plan: { rhythm, firstDueOn: first, scope } })}
        >
          {t("schedules.confirm")}
        </CommandButton>
      </DialogFooter>
    </>
  );
}
