import { expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Services } from '../../../../electron/cli/services.ts';
import type { Discovery } from '../../../../electron/engine/discovery.ts';
import { rankCandidates } from '../../../../shared/discover/rank.ts';
import type { DiscoveryEntry } from '../../../../shared/model/check.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

const published: DiscoveryEntry = {
  source: 'ispdb',
  asked: 'https://autoconfig.thunderbird.net/v1.1/example.org',
  outcome: 'found',
  elapsedMs: 210,
  isAuthenticated: true,
  servers: [
    {
      protocol: 'smtp',
      host: 'smtp.example.org',
      port: 465,
      security: 'tls',
      role: 'outgoing',
      auth: ['oauth2', 'password-cleartext'],
      username: 'you',
    },
  ],
  provider: { name: 'Example', secret: 'app-password', secretAt: 'https://example.org/apps' },
  remarks: ['odd\u001b[31m'],
};
const silent: DiscoveryEntry = {
  source: 'autoconfig',
  asked: 'https://autoconfig.example.org/',
  outcome: 'no-answer',
  elapsedMs: 8000,
  servers: [],
};
const some: Discovery = {
  entries: [published, silent],
  ranking: rankCandidates([published]),
  elapsedMs: 8000,
};

async function ran(discover: Services['discover'], ...argv: string[]) {
  const fake = fakeShell();
  const status = await run(['discover', ...argv], fakeContext(fake.shell, { discover }));
  return { ...fake, status };
}

test('shows every source with its answer and time, then all settings with the reason for their place', async () => {
  const asked: unknown[] = [];
  const { status, stdout, isListening } = await ran(
    async (input) => {
      asked.push(input);
      return some;
    },
    'you@example.org',
    '--no-lookup',
  );
  expect(status).toBe(0);
  expect(asked).toMatchObject([{ address: 'you@example.org', lookup: false }]);
  expect(stdout()).toContain(
    "Mozilla's list: found (0.2 s) https://autoconfig.thunderbird.net/v1.1/example.org",
  );
  expect(stdout().replace(/\s+/g, ' ')).toContain(
    'smtp.example.org:465 SSL/TLS, sign-in in the browser (OAuth2) or password, user name you',
  );
  expect(stdout()).toContain('https://example.org/apps');
  expect(stdout()).toMatch(/settings file: no answer \(8(\.0)? s\)/);
  expect(stdout()).toMatch(
    /Sending +smtp\.example\.org:465 +SSL\/TLS +in Mozilla's list of providers \(place 1\)/,
  );
  expect(stdout()).not.toContain('\u001b');
  expect(isListening()).toBe(false);
});

test('--json prints one document with the same', async () => {
  const { stdout } = await ran(async () => some, 'you@example.org', '--json');
  expect(JSON.parse(stdout())).toEqual({
    subject: 'you@example.org',
    elapsedMs: 8000,
    discovery: some.entries,
    ranking: [{ ...some.ranking[0], reason: "in Mozilla's list of providers (place 1)" }],
  });
});

test('ends with 1 when nothing was found, and with 130 when it was stopped', async () => {
  const nothing: Discovery = { entries: [silent], ranking: [], elapsedMs: 1 };
  const { status, stdout } = await ran(async () => nothing, 'example.org');
  expect([status, stdout()]).toEqual([1, expect.stringContaining('No settings were found.')]);

  const fake = fakeShell();
  const discover: Services['discover'] = (_input, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(nothing));
      fake.interrupt();
    });
  expect(await run(['discover', 'example.org'], fakeContext(fake.shell, { discover }))).toBe(130);
});

test.each([[['mail.example.org:587']], [['192.0.2.1']], [[]]])('%j is wrong use', async (argv) => {
  const { status, stderr } = await ran(async () => some, ...argv);
  expect(status).toBe(2);
  expect(stderr()).toContain('postway discover: address:');
});
