import { allOrganizations } from "./allOrganizations.ts";

/** Words about organizations themselves: their details and creating one. */
export const organizations = {
  field: {
    name: "Name",
    slug: "Short name",
    type: "Type",
    size: "Size",
    industry: "Industry",
    website: "Website",
    timeZone: "Time zone",
    currency: "Currency",
    description: "Description",
    contactEmail: "E-mail address",
    phone: "Telephone",
    address: "Address",
    country: "Country",
  },
  type: {
    company: "Company",
    agency: "Agency",
    startup: "Startup",
    enterprise: "Enterprise",
    personal: "Personal",
    nonProfit: "Non-profit",
  },
  nothingFound: "Nothing found",
  create: {
    title: "Create organization",
    submit: "Create organization",
    nameMissing: "Give the organization a name.",
    slugWrong: "Use 2 to 48 lower-case letters, digits and single hyphens; some words are taken.",
    slugHint: "Used in addresses. It follows the name until you change it.",
    preset: "Roles and permissions",
    presetHint: "Which roles people can have here and what each may do.",
    more: "More details",
    done: "{{name}} is ready, and you are its {{role}}",
  },
  all: allOrganizations,
};
