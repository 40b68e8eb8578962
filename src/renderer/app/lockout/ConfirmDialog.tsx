import { IconClock, IconLock, IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LockoutGuard } from "#contract/entities/lockout.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import { OrganizationLocale } from "../organizations/OrganizationLocale.tsx";

interface ConfirmDialogProps {
  /** At least one. */
  readonly guards: readonly [LockoutGuard, ...LockoutGuard[]];
  readonly onClose: () => void;
}

/** Who can still administer, what happens without a confirmation, and the password: once for all of them. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <OrganizationLocale organizationId={props.guards[0].organizationId}>
      <Asking {...props} />
    </OrganizationLocale>
  );
}

function Asking({ guards, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation("lockout");
  const [password, setPassword] = useState("");
  const { confirmAll, pending, fault, forget } = useConfirmAll(guards, onClose);
  const wrong = fault?.kind === "unauthenticated" && fault.reason === "badCredentials";
  const [first] = guards;
  return (
    <DecisionDialog
      opened
      title={t("ask.title", { count: guards.length, organization: first.organizationName })}
      impact={useImpact(guards)}
      confirmation={
        <PasswordField
          data-autofocus
          label={t("ask.password")}
          autoComplete="current-password"
          value={password}
          error={wrong ? t("ask.wrong") : null}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            forget();
          }}
        />
      }
      confirmLabel={t("ask.confirm")}
      ready={password !== ""}
      pending={pending}
      fault={wrong ? null : fault}
      onConfirm={() => void confirmAll(password)}
      onClose={onClose}
    />
  );
}

/** Confirms one after the other and stops at the first that fails; those before it stay confirmed. */
function useConfirmAll(guards: ConfirmDialogProps["guards"], onClose: () => void) {
  const { t } = useTranslation("lockout");
  const [fault, setFault] = useState<Fault | null>(null);
  const { run, pending } = useCommand("lockout.confirm", { onFault: setFault });
  const [first] = guards;
  const words = { count: guards.length, former: first.member.name, organization: first.organizationName };
  const confirmAll = async (password: string) => {
    for (const { organizationId, id: guardId } of guards) {
      if (!(await run({ organizationId, guardId, password })).ok) return;
    }
    toastDone({ message: t("ask.done", words) });
    onClose();
  };
  return { confirmAll, pending, fault, forget: () => setFault(null) };
}

/** So many organizations are listed with their people; for more the list would say nothing. */
const listed = 5;

function useImpact(guards: ConfirmDialogProps["guards"]): Impact[] {
  const { t } = useTranslation("lockout");
  const format = useFormat();
  const now = useNow();
  const seen = ({ name, lastSeenAt }: LockoutGuard["administrators"][number]) =>
    lastSeenAt === null
      ? t("ask.neverSeen", { name })
      : t("ask.seen", { name, when: format.relative(lastSeenAt, now) ?? t("time.now", { ns: "common" }) });
  const people = ({ administrators }: LockoutGuard) => new Intl.ListFormat("en").format(administrators.map(seen));
  const [first] = guards;
  return [
    ...guards.slice(0, listed).map((guard) => ({
      id: guard.id,
      icon: <IconShieldCheck />,
      text: t("ask.left", { people: people(guard), organization: guard.organizationName }),
    })),
    {
      id: "otherwise",
      icon: <IconClock />,
      text: t("ask.otherwise", { former: first.member.name, date: format.dateTime(first.confirmBy) }),
      tone: "warning",
    },
    { id: "final", icon: <IconLock />, text: t("ask.final") },
  ];
}
