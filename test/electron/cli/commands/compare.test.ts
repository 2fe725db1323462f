import { expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Report } from '../../../../shared/model/report.ts';
import { aControl, aFailedConnect, aJudgedReport, anObservation } from '../../../support/builders.ts';
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

async function ran(...argv: string[]) {
  const files = {
    'home.json': JSON.stringify(home),
    'hotspot.json': JSON.stringify(hotspot),
    'no.json': '{}',
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
  expect(stdout).toContain('May be the cause: the network of the first check');
  expect(stdout).toContain('mail.example.org:25 (STARTTLS): no answer (connecting) -> works');
  expect(stdout).toContain('The two checks were made in different networks.');
  expect(stdout).toMatch(
    /First check, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: Your network does not let mail out on port 25\. Second check, /,
  );
});

test('the other way round something still is in the way: status 1', async () => {
  expect(await ran('hotspot.json', 'home.json')).toMatchObject({ status: 1 });
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
  [['gone.json', 'home.json'], 'old'],
])('%j is wrong use, and the message names the argument', async (argv, field) => {
  const { status, stderr } = await ran(...argv);
  expect([status, stderr]).toEqual([2, expect.stringContaining(`postway compare: ${field}: `)]);
});
