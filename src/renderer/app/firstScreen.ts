import type { CallOutput } from "#contract/bridge.ts";
import { answerKey, type Told } from "#renderer/bridge/reading.ts";
import { firstAnswer, type FirstRead } from "#renderer/bridge/ready.ts";
import { organizationsInput } from "./organizations/organizationsInput.ts";
import { loadSection } from "./sectionModules.ts";
import { sections } from "./sections.ts";
import { visibleSections } from "./useSections.ts";

const name = "organization.list";
const readOrganizations = firstAnswer(name, organizationsInput);

/**
 * Reads, from what is kept on this computer, what the window's address shows first, so that the application is drawn
 * once and whole. What is not kept is read by the screens themselves.
 */
export const readFirstScreen: FirstRead = async (bridge, client) => {
  const [, organizationId, key] = /^#\/o\/([^/?]+)\/([^/?]+)/.exec(location.hash) ?? [];
  const section = sections.find((each) => each.key === key);
  const [loaded] = await Promise.all([section && loadSection(section), readOrganizations(bridge, client)]);
  const kept = client.getQueryData<Told<CallOutput<typeof name>>>(answerKey(name, organizationsInput));
  const organization = kept?.value.items.find(({ id }) => id === organizationId);
  if (!organization || !section || !visibleSections(organization).includes(section)) return;
  const reads = loaded?.firstReads?.(organization) ?? [];
  await Promise.all(reads.map(async (read) => read(bridge, client)));
};
