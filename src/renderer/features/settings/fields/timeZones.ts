/** An offset such as '+05:30' as minutes, for sorting and showing. */
function offsetOf(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name === "GMT" ? "+00:00" : name.replace("GMT", "");
}

/** What the platform still calls by the city's former name. */
const cities: Readonly<Record<string, string>> = {
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho Chi Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};

/** Every time zone with its offset at that moment: 'Europe/Berlin (UTC+01:00)'. `own` is kept even if unknown here. */
export function timeZoneOptions(own: string, at: number): { value: string; label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", own]);
  return [...zones]
    .sort()
    .map((value) => ({ value, label: `${cities[value] ?? value.replaceAll("_", " ")} (UTC${safeOffset(value, at)})` }));
}

function safeOffset(timeZone: string, at: number): string {
  try {
    return offsetOf(timeZone, at);
  } catch {
    // A zone that this machine does not know still names itself.
    return "";
  }
}
