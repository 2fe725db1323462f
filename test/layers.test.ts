import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clients } from '../shared/clients/index.ts';
import { rules } from '../shared/diagnose/rules/index.ts';
import { Source } from '../shared/model/check.ts';
import { FindingCode } from '../shared/model/finding.ts';

const judging = [
  'shared/discover',
  'shared/ledger',
  'shared/plan',
  'shared/diagnose',
  'shared/recommend',
  'shared/judge',
];
const basis = ['shared/model', 'shared/parse', 'shared/text'];
const screenParts = ['renderer/ui', 'renderer/picture', 'renderer/program', 'renderer/wizard'];
const shared = [
  ...basis,
  ...judging,
  'shared/clients',
  'shared/compare',
  'shared/letter',
  'shared/explain',
  'shared/contract',
];

/**
 * Which folder may import which others of ours; every folder may import from itself. Longer names win over shorter ones, and a file
 * that no name covers fails. ARCHITECTURE.md shows the same table.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'shared/model': ['shared/text'],
  'shared/parse': ['shared/model', 'shared/text'],
  'shared/text': [],
  'shared/discover': basis,
  'shared/ledger': [...basis, 'shared/discover', 'shared/recommend'],
  'shared/plan': [...basis, 'shared/ledger'],
  'shared/diagnose': basis,
  'shared/recommend': basis,
  'shared/judge': [...basis, 'shared/discover', 'shared/diagnose', 'shared/recommend', 'shared/explain'],
  'shared/clients': basis,
  'shared/letter': basis,
  'shared/compare': [...basis, 'shared/diagnose'],
  'shared/explain': basis,
  'shared/contract': basis,
  'electron/engine': [...basis, ...judging, 'shared/explain'],
  'electron/practice': ['electron/engine', ...basis, ...judging, 'shared/explain'],
  'electron/computer': ['electron/engine', ...basis, ...judging, 'shared/clients', 'shared/explain'],
  'electron/backend': ['electron/engine', 'electron/practice', 'electron/computer', ...shared],
  'electron/serve': ['electron/backend', ...shared],
  'electron/app': ['electron/backend', ...shared],
  'electron/library': ['electron/backend', 'electron/practice', ...shared],
  'electron/cli': [
    'electron/engine',
    'electron/practice',
    'electron/computer',
    'electron/backend',
    'electron/serve',
    ...shared,
  ],
  'renderer/ui': [],
  'renderer/picture': ['renderer/ui', ...shared],
  'renderer/program': ['renderer/ui', ...shared],
  'renderer/wizard': ['renderer/ui', ...shared],
  'renderer/steps': [...screenParts, ...shared],
  'renderer/window-key.ts': shared,
  'renderer/connect.ts': ['renderer/window-key.ts', 'renderer/bridge.ts', 'renderer/listeners.ts', ...shared],
  'renderer/bridge.ts': ['renderer/connect.ts', 'renderer/listeners.ts', ...shared],
  'renderer/listeners.ts': [],
  'renderer/page.tsx': ['renderer/wizard', 'renderer/steps'],
  'renderer/begin.ts': ['renderer/connect.ts', 'renderer/wizard', ...shared],
  'renderer/main.ts': ['renderer/begin.ts', 'renderer/page.tsx', ...screenParts, 'renderer/steps', ...shared],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')),
);
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

function layerOf(path: string): string | undefined {
  const isCovered = (name: string): boolean => path === name || path.startsWith(`${name}/`);
  return Object.keys(layers)
    .filter(isCovered)
    .sort((one, other) => other.length - one.length)[0];
}

/** What a file names behind `from` or in `import`, whether it imports, exports on, or loads later. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)].map(([, name = '']) => name);
}

describe('who may import whom', () => {
  test('every source file belongs to a layer', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => layerOf(path) === undefined)).toEqual([]);
  });

  test('every layer has files and names only layers', () => {
    const used = new Set(sources.map(layerOf));
    expect(Object.keys(layers).filter((layer) => !used.has(layer))).toEqual([]);
    expect(
      Object.values(layers)
        .flat()
        .filter((name) => !(name in layers)),
    ).toEqual([]);
  });

  test('nobody imports from a layer that is not theirs to know', () => {
    const wrong = sources.flatMap((path) => {
      const own = layerOf(path) ?? path;
      return importsOf(path)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(dirname(path), name))
        .filter((target) => layerOf(target) !== own && !layers[own]?.includes(layerOf(target) ?? target))
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test("only electron/app imports 'electron'", () => {
    const wrong = sources.filter(
      (path) => !path.startsWith('electron/app/') && importsOf(path).includes('electron'),
    );
    expect(wrong).toEqual([]);
  });
});

test('what is shared has no clock, no chance and no console', () => {
  const impure = /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bconsole\.|\bperformance\./;
  const wrong = sources.filter((path) => path.startsWith('shared/') && impure.test(read(path)));
  expect(wrong).toEqual([]);
});

/**
 * Folders whose files are entries of a table, with the folders in them that hold more of its entries: a file is named as its entry, and has
 * a test of the same path or a row in one of `tableTests`.
 */
const tables = [
  { folder: 'shared/diagnose/rules', words: rules.map(({ code }) => code), others: ['index'] },
  {
    folder: 'shared/clients',
    words: clients.map(({ id }) => id),
    parts: ['programs', 'devices', 'services'],
    tableTests: ['test/shared/clients/steps.test.ts', 'test/shared/clients/sheet.test.ts'],
    others: [
      'again-step',
      'android-mail',
      'docker-env',
      'ini-value',
      'java-property',
      'rails-login',
      'ruby-string',
      'yaml-string',
      'index',
      'client',
      'checked-settings',
      'called',
      'choice',
      'comment',
      'controls',
      'device-step',
      'dialog',
      'environment-value',
      'faults',
      'elsewhere',
      'for-people',
      'from-report',
      'go-login',
      'incoming-controls',
      'language',
      'login-advice',
      'misnamed-receiving',
      'receiving-step',
      'offered',
      'own-sender',
      'required',
      'outlook-more-settings',
      'other-way',
      'outlook-windows',
      'step',
      'page',
      'percent-encoded',
      'preface',
      'proven',
      'php-string',
      'phpmailer-host',
      'password-hint',
      'qr-code',
      'refused',
      'security-control',
      'sheet',
      'sheet-field',
      'shared-login',
      'shell-word',
      'sender-step',
      'sign-in',
      'sign-in-provider',
      'steps',
      'steps-text',
      'thunderbird-account-hub',
      'to-fill',
      'uuid',
      'variant',
      'way-in',
      'words',
      'xml',
      'zip',
    ],
  },
  {
    folder: 'electron/engine/discover',
    words: Source.options.filter((source) => existsSync(`${root}electron/engine/discover/${source}.ts`)),
    others: ['index', 'source', 'caution', 'domains', 'page-entry', 'closed-service', 'meant'],
  },
];

describe.each(tables)('$folder', ({ folder, words, others, tableTests = [], parts = [] }) => {
  const folders = [folder, ...parts.map((part) => `${folder}/${part}`)];
  test('has one file for each entry, named as the entry', () => {
    const files = sources
      .filter((path) => folders.includes(posix.dirname(path)))
      .map((path) => posix.basename(path, '.ts'))
      .filter((name) => !others.includes(name));
    expect(files.sort()).toEqual([...words].sort());
  });

  test('has a test for each entry', () => {
    const rows = tableTests.map(read).join('\n');
    const isTested = (word: string): boolean =>
      folders.some((one) => existsSync(`${root}test/${one}/${word}.test.ts`)) || rows.includes(`'${word}'`);
    expect(words.filter((word) => !isTested(word))).toEqual([]);
  });
});

test('every finding code of the contract has its rule', () => {
  const fromRules: readonly string[] = rules.map(({ code }) => code);
  expect(FindingCode.options.filter((code) => !fromRules.includes(code))).toEqual([]);
});
