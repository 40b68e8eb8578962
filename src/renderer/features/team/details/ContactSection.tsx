import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { MemberContact } from "#contract/entities/memberDetails.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { DrawerFact, DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { factsOf } from "../judging.ts";
import classes from "../drawer/TeamDrawer.module.css";
import { ContactDialog } from "./ContactDialog.tsx";
import { SectionHead } from "./SectionHead.tsx";

interface ContactSectionProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly contact: MemberContact;
}

const fields = ["phone", "jobTitle", "department"] as const;

/** How to reach a member. */
export function ContactSection({ organization, member, contact }: ContactSectionProps) {
  const { t } = useTranslation("members");
  const [editing, setEditing] = useState(false);
  return (
    <DrawerSection title={t("contact.title")}>
      <SectionHead>
        {member.status === "removed" ? null : (
          <Explained organization={organization} act={{ kind: "editDetails", target: factsOf(member) }} position="left">
            <Button variant="default" size="compact-xs" onClick={() => setEditing(true)}>
              {t("contact.edit")}
            </Button>
          </Explained>
        )}
      </SectionHead>
      {fields.map((field) => (
        <DrawerFact key={field} name={t(`contact.${field}`)}>
          {contact[field] === "" ? (
            <span className={classes["quiet"]}>{t("contact.none")}</span>
          ) : (
            <Truncate>{contact[field]}</Truncate>
          )}
        </DrawerFact>
      ))}
      {editing ? (
        <ContactDialog
          organization={organization}
          member={member}
          contact={contact}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </DrawerSection>
  );
}
