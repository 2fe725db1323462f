import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listed, portList, settingName, shortName } from '../../../shared/diagnose/words.ts';
import { english } from '../../support/english.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d and 3 more'],
])('%j reads as “%s”', (items, words) => {
  expect(english('finding.ports', { ports: listed(items), count: 1 })).toBe(`port ${words}`);
});

test('ports, settings and long names read well', () => {
  expect(english(portList([25]))).toBe('port 25');
  expect(english(portList([25, 587]))).toBe('ports 25 and 587');
  expect(english(settingName({ host: 'mail.example.org', port: 465, security: 'tls' }))).toBe(
    'mail.example.org, port 465, encryption SSL/TLS',
  );
  expect(shortName(`${'a'.repeat(80)}.example`)).toHaveLength(36);
});

const findings = JSON.parse(
  readFileSync(new URL('../../../shared/text/en/findings.json', import.meta.url), 'utf8'),
) as Record<string, string>;

test('every sentence of the findings is used, and none blames', () => {
  const source = ['diagnose', 'recommend', 'text']
    .map((folder) => fileURLToPath(new URL(`../../../shared/${folder}/`, import.meta.url)))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}${name}`),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const isUsed = (key: string): boolean =>
    source.includes(`'${key}'`) ||
    source.includes(`\`${key.replace(/[^.]+$/, '')}\${`) ||
    (/\.(headline|detail)$/.test(key) && source.includes(`code: '${key.split('.')[0]}'`));
  expect(Object.keys(findings).filter((key) => !isUsed(key))).toEqual([]);
  for (const sentence of Object.values(findings)) {
    expect(sentence).not.toMatch(/\b(illegal|invalid|fatal|abort|you (failed|forgot))\b/i);
  }
});
