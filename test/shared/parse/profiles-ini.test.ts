import { expect, test } from 'vitest';
import { profilesInUse } from '../../../shared/parse/profiles-ini.ts';
import { fc } from '../../support/invented-inputs.ts';
import { someProfilesIni } from '../../support/thunderbird-home.ts';

test('the profile that the installed copy starts with wins over the one marked as default', () => {
  expect(profilesInUse(someProfilesIni)).toEqual([
    { name: 'default-esr', path: 'Profiles/abcd1234.default-esr', isRelative: true },
  ]);
});

test('two installed copies have a profile each, one profile for both comes once', () => {
  const ini = `${someProfilesIni}\n[InstallAAAA]\nDefault=Profiles/old.default\n[InstallBBBB]\nDefault=Profiles/old.default\n`;
  expect(profilesInUse(ini).map(({ name }) => name)).toEqual(['default-esr', 'default']);
});

test('without an installation the one marked as default counts, else the first', () => {
  const profiles =
    '[Profile0]\nName=a\nPath=x/a\nIsRelative=1\n[Profile1]\nName=b\nPath=/mnt/b\nIsRelative=0\n';
  expect(profilesInUse(profiles)).toEqual([{ name: 'a', path: 'x/a', isRelative: true }]);
  expect(profilesInUse(`${profiles}Default=1\n`)).toEqual([{ name: 'b', path: '/mnt/b', isRelative: false }]);
});

test('an installation may start with a profile that is not in the list', () => {
  expect(profilesInUse('[Install1]\nDefault=Profiles/lost\n[Install2]\nDefault=D:\\mail\n')).toEqual([
    { name: 'Profiles/lost', path: 'Profiles/lost', isRelative: true },
    { name: 'D:\\mail', path: 'D:\\mail', isRelative: false },
  ]);
});

test('comments, line ends of Windows and a byte order mark make no difference', () => {
  const ini = `\ufeff; comment\n# Path=no\n${someProfilesIni}`.replaceAll('\n', '\r\n');
  expect(profilesInUse(ini)).toEqual(profilesInUse(someProfilesIni));
});

test.each(['', 'no ini at all', '[Profile0]\nName=without a path\n', '[Profile0]\nPath=\n'])(
  '%j lists none',
  (ini) => {
    expect(profilesInUse(ini)).toEqual([]);
  },
);

test('any text gives a list within bounds', () => {
  const line = fc.constantFrom(
    '[Install1]',
    '[Profile0]',
    'Default=1',
    'Path=a',
    'IsRelative=1',
    'Name=\u001b',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 40 }), (lines) => {
      for (const { name, path } of profilesInUse(lines.join('\n'))) {
        expect(path).not.toBe('');
        expect(name).not.toMatch(/\p{Cc}/u);
      }
    }),
  );
  expect(profilesInUse('[Install1]\nDefault=a\n'.repeat(10_000)).length).toBe(1);
});
