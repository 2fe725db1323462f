import { type IniSection, readIni } from './ini.ts';
import { plainText } from './plain-text.ts';

/** A profile as `profiles.ini` lists it. */
export type ListedProfile = {
  /** What the person or the program named it. */
  readonly name: string;
  readonly path: string;
  /** `path` is below the folder of `profiles.ini`; else it stands alone. */
  readonly isRelative: boolean;
};

/** Nobody has this many; a file that lists more is made up. */
const maxSections = 200;

/**
 * The profiles in use, from Mozilla's `profiles.ini`: those that an installation starts with (`[Install…]` `Default=`, one for each
 * installed copy), else the one marked `Default=1`, else the first. Empty when the text lists none.
 */
export function profilesInUse(text: string): readonly ListedProfile[] {
  const sections = readIni(text, maxSections);
  const profiles = sections.filter(({ title }) => /^profile\d+$/i.test(title));
  const listed = profiles.flatMap((section) => profileOf(section) ?? []);
  const installs = sections
    .filter(({ title }) => /^install/i.test(title))
    .flatMap(({ values }) => values.get('default') ?? []);
  if (installs.length > 0) {
    return [...new Set(installs)].map(
      (path) => listed.find((one) => one.path === path) ?? unlisted(path), // an installation may know one that the list lost
    );
  }
  const marked = profiles.find(({ values }) => values.get('default') === '1');
  const usual = (marked && profileOf(marked)) ?? listed[0];
  return usual ? [usual] : [];
}

function profileOf({ title, values }: IniSection): ListedProfile | null {
  const path = values.get('path');
  if (path === undefined || path === '') return null;
  return {
    name: plainText(values.get('name') ?? title, 255),
    path,
    isRelative: values.get('isrelative') === '1',
  };
}

function unlisted(path: string): ListedProfile {
  return { name: plainText(path, 255), path, isRelative: !/^([/\\]|[a-z]:)/i.test(path) };
}
