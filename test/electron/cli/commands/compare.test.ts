import { expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import { maskedReport } from '../../../../shared/judge/masked-report.ts';
import type { Report } from '../../../../shared/model/report.ts';
import { aControl, aFailedConnect, aJudgedReport, anObservation } from '../../../support/builders.ts';
import { english } from '../../../support/english.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

const input: Report['input'] = {
  domain: 'example.org',
  address: 'you@example.org',
  current: { host: 'mail.example.org', port: 25, security: 'starttls' },
};
const controls = ['gmail.com', 'gmx.net', 'posteo.de'].flatMap((operator) => [
  aControl(operator, { port: 25, outcome: 'timeout' }),
  aControl(operator, { port: 587 }),
]);
const home = aJudgedReport({
  input,
  observations: [aFailedConnect({ witnessed: true }), anObservation(), ...controls],
  network: { ipv4: '192.168.1.0/24' },
});
const hotspot = aJudgedReport({
  input,
  observations: [anObservation({ port: 25 }), anObservation()],
  network: { ipv4: '172.20.10.0/28' },
});

/** As version 1 wrote it: without its words beside them, and without its language. */
function inOldSchema(report: Report): unknown {
  const plain = JSON.stringify({ ...report, schema: 'postway-report/1', language: undefined });
  return JSON.parse(plain, (key, value) => (key === 'words' ? undefined : value));
}

async function ran(...argv: string[]) {
  const files = {
    'home.json': JSON.stringify(home),
    'hotspot.json': JSON.stringify(hotspot),
    'no.json': '{}',
    'cut.json': JSON.stringify(home).slice(0, 500),
    'masked.json': JSON.stringify(maskedReport(home, english)),
    'old-schema.json': JSON.stringify(inOldSchema(home)),
    'elsewhere.json': JSON.stringify(home).replaceAll('example.org', 'example.net'),
    'before.json': JSON.stringify({ ...hotspot, startedAt: '2026-11-22T12:00:00.000Z' }),
  };
  const fake = fakeShell({ files });
  const status = await run(['compare', ...argv], fakeContext(fake.shell));
  return { status, stdout: fake.stdout().replace(/\s+/g, ' '), stderr: fake.stderr() };
}

test('says whose fault it is, who is cleared, and what fared differently', async () => {
  const { status, stdout, stderr } = await ran('home.json', 'hotspot.json');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('It is the network of the first check, not the mail server.');
  expect(stdout).toContain('Not the cause: the mail server');
  expect(stdout).toContain('The cause: the network of the first check');
  expect(stdout).toContain('mail.example.org:25 (STARTTLS): no answer (connecting) -> works');
  expect(stdout).toContain('The two checks were made in different networks.');
  expect(stdout).toMatch(
    /First check, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: Your network does not let mail out on port 25\. Second check, /,
  );
});

test('masked, it says the same of the two checks, and names no person', async () => {
  const [bare, masked] = [
    await ran('home.json', 'hotspot.json'),
    await ran('home.json', 'hotspot.json', '--mask'),
  ];
  expect(masked.stdout).toBe(bare.stdout);
  const data = await ran('home.json', 'hotspot.json', '--mask', '--json');
  expect(data.stdout).not.toContain('you@');
});

test.each([
  ['the same file twice', 'home.json', 'home.json'],
  ['a masked copy', 'home.json', 'masked.json'],
  ['a copy in the old schema', 'old-schema.json', 'home.json'],
])('%s is one check, from which nothing follows: status 3', async (_name, older, newer) => {
  const { status, stdout, stderr } = await ran(older, newer);
  expect([status, stderr]).toEqual([3, '']);
  expect(stdout).toContain('Both reports are of one and the same check.');
  expect(stdout).not.toContain('Nothing has changed');
});

test('the old schema is compared with the new one', async () => {
  const { status, stdout, stderr } = await ran('old-schema.json', 'hotspot.json');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('It is the network of the first check, not the mail server.');
});

test('a report of another domain: nothing follows', async () => {
  const { status, stdout } = await ran('elsewhere.json', 'hotspot.json');
  expect(status).toBe(3);
  expect(stdout).toContain('These two checks are about different mail services.');
});

test('which is the first check is told by its time, and not by which was named first', async () => {
  const [asMade, turned] = [await ran('before.json', 'home.json'), await ran('home.json', 'before.json')];
  expect(asMade.stderr).toBe('');
  expect(turned.stderr).toMatch(/^postway compare: The report named second is of the earlier check/);
  expect([turned.status, turned.stdout]).toEqual([asMade.status, asMade.stdout]);
  expect(asMade.status).toBe(1);
});

test('--json prints one document', async () => {
  const { stdout } = await ran('home.json', 'hotspot.json', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'postway-comparison/1',
    cleared: ['server'],
    left: ['older-network'],
    findings: [
      { code: 'network-to-blame', words: { headline: { key: 'compare.network-to-blame.headline' } } },
      { code: 'network-changed' },
    ],
  });
});

test.each([
  [[], 'old'],
  [['home.json'], 'new'],
  [['home.json', 'no.json'], 'new'],
  [['home.json', 'cut.json'], 'new'],
  [['cut.json', 'home.json'], 'old'],
  [['gone.json', 'home.json'], 'old'],
])('%j is wrong use, and the message names the argument', async (argv, field) => {
  const { status, stderr } = await ran(...argv);
  expect([status, stderr]).toEqual([2, expect.stringContaining(`postway compare: ${field}: `)]);
});
