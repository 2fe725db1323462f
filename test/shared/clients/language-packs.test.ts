import { describe, expect, test } from 'vitest';
import { accountHubLabels } from '../../../shared/clients/labels/account-hub.ts';
import { thunderbirdLabels } from '../../../shared/clients/labels/thunderbird.ts';
import { debianFile } from '../../lab/debian.ts';
import { needs } from '../../support/needs.ts';
import { runProgram } from '../../support/program.ts';

/** Thunderbird's language packs in Debian: the language, the end of the package's name, the name of the pack. */
const packs = [
  ['de', 'de', 'de'],
  ['fr', 'fr', 'fr'],
  ['es', 'es-es', 'es-ES'],
  ['it', 'it', 'it'],
  ['pt-BR', 'pt-br', 'pt-BR'],
  ['nl', 'nl', 'nl'],
  ['pl', 'pl', 'pl'],
  ['ja', 'ja', 'ja'],
] as const;

const readPack = `
import sys, zipfile
pack = zipfile.ZipFile(sys.argv[1])
for name in pack.namelist():
    if "messenger" in name and name.endswith((".ftl", ".dtd", ".properties")):
        sys.stdout.write(pack.read(name).decode("utf-8") + "\\n")
`;

/** Everything that a pack says: values of Fluent, of properties and of entities. */
async function wordsOf(packageName: string, pack: string): Promise<ReadonlySet<string>> {
  const path = debianFile(
    `thunderbird-l10n-${packageName}`,
    `usr/lib/thunderbird/extensions/langpack-${pack}@thunderbird.mozilla.org.xpi`,
  );
  const { status, stdout, stderr } = await runProgram('python3', ['-c', readPack, path]);
  expect([status, stderr]).toEqual([0, '']);
  const values = stdout.matchAll(
    /^[ \t]*(?:[\w.-]+[ \t]*=[ \t]*(.*?)|<!ENTITY[ \t]+[\w.-]+[ \t]+"([^"]*)">)[ \t]*$/gm,
  );
  // A "&" marks the letter that a button is also pressed with.
  return new Set([...values].map(([, value, entity]) => (value ?? entity ?? '').replace('&', '')));
}

describe('the real language packs of Thunderbird', () => {
  needs('apt-get', 'python3');

  test.each(packs)(
    'have every label in the language %s as it stands here',
    async (language, packageName, pack) => {
      const words = await wordsOf(packageName, pack);
      const labels = [
        ...Object.entries(accountHubLabels[language]),
        ...Object.entries(thunderbirdLabels[language]),
      ];
      expect(labels.filter(([, label]) => !words.has(label))).toEqual([]);
    },
    120_000, // the first one may fetch the package
  );
});
