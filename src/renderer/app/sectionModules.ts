import type { Section, SectionModule } from "./sections.ts";

const loaded = new Map<Section["key"], SectionModule>();

/** Loads a section, or gives it again. */
export async function loadSection({ key, load }: Section): Promise<SectionModule> {
  const section = loaded.get(key) ?? inOrganization(await load());
  loaded.set(key, section);
  return section;
}

/** A section that is here already: it can be drawn at once, where a promise would first draw something in its place. */
export const loadedSection = ({ key }: Section): SectionModule | undefined => loaded.get(key);

/** Its routes under their whole address, which is matched once then: the router ranks all it is given at each navigation. */
const inOrganization = ({ routes, ...more }: SectionModule): SectionModule => ({
  ...more,
  routes: [{ path: "/o/:organizationId", children: routes }],
});
