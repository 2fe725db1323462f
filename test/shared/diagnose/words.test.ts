import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listed, portList, settingName, shortName } from '../../../shared/diagnose/words.ts';
import { english } from '../../support/english.ts';
import { entry, judge } from './world.ts';

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

test.each([
  ['anna', 'password', /user name that is given here for sending/],
  ['anna', 'app-password', /user name that is given here for sending/],
  ['anna@example.org', 'password', /with the same user name and password as for receiving/],
  ['anna@example.org', 'app-password', /with the same user name as for receiving/],
] as const)(
  'where %s is the user name for receiving (%s), the advice says which is for sending',
  (username, secret, says) => {
    const named = entry('well-known', 'mail.example.org');
    const servers = [
      ...named.servers.map((server) => ({ ...server, username: 'anna@example.org' })),
      {
        protocol: 'imap',
        host: 'mail.example.org',
        port: 993,
        security: 'tls',
        role: 'incoming',
        username,
      } as const,
    ];
    const world = {
      input: { address: 'anna@example.org', domain: 'example.org' },
      discovery: [{ ...named, servers, provider: { name: 'Example', secret } }],
    };
    const blocked = judge({
      ...world,
      own: { 465: 'drop', 587: 'open', 993: 'open' },
      large: { 465: 'drop' },
      small: { 465: 'drop' },
    });
    const clear = judge({ ...world, own: { 587: 'open', 993: 'open' } });
    for (const { verdict, evidence } of [blocked, clear]) {
      expect(evidence.recommendation?.incoming?.username).toBe(username);
      expect(verdict.advice.join('\n')).toMatch(says);
    }
  },
);
