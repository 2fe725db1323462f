import { describe, expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Services } from '../../../../electron/cli/services.ts';
import { parseReport, type Report, renderReport } from '../../../../shared/model/report.ts';
import { aFailedConnect, aFinding, anObservation, aReport } from '../../../support/builders.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

async function ran(check: Services['check'], ...argv: string[]) {
  const fake = fakeShell();
  const status = await run(['check', ...argv], fakeContext(fake.shell, { check }));
  return { ...fake, status };
}

test('checks what was asked, shows the result on stdout and the progress on stderr', async () => {
  const asked: unknown[] = [];
  const check: Services['check'] = async (input, practice) => {
    asked.push(input, practice);
    return aReport();
  };
  const { status, stdout, stderr, isListening } = await ran(check, 'you@example.org', '--ports', '587');
  expect(status).toBe(0);
  expect(asked).toMatchObject([{ address: 'you@example.org', ports: [587] }, null]);
  expect(stdout()).toContain('mail.example.org');
  expect(stderr()).toBe('Checking you@example.org. Ctrl-C stops.\n');
  expect(isListening()).toBe(false);
});

test('--json prints one report that reads back the same, and nothing else', async () => {
  const report = aReport();
  const { stdout } = await ran(async () => report, 'you@example.org', '--json');
  expect(parseReport(stdout())).toEqual({ ok: true, value: report });
});

test.each<[string, Report, number]>([
  ['nothing works', aReport({ recommendation: null, verdict: aFinding({ code: 'server-down' }) }), 1],
  ['this computer is offline', aReport({ recommendation: null, verdict: aFinding({ code: 'offline' }) }), 3],
])('ends with its status when %s', async (_name, report, status) => {
  expect(await ran(async () => report, 'x.example')).toMatchObject({ status });
});

test('Ctrl-C aborts the check, shows what was found so far and ends with 130', async () => {
  const fake = fakeShell();
  const check: Services['check'] = (_input, _practice, _onEvent, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(aReport({ interrupted: true })));
      fake.interrupt();
    });
  const status = await run(['check', 'x.example'], fakeContext(fake.shell, { check }));
  expect(status).toBe(130);
  expect(fake.stderr()).toContain('Stopping.\n');
  expect(fake.stdout()).toMatch(/^Stopped before the end\./);
  expect(fake.stdout()).toContain('mail.example.org');
});

test('a fault of our own passes through, and leaves neither a moving display nor a listener behind', async () => {
  const fake = fakeShell({ isTerminal: true });
  const check: Services['check'] = async () => {
    throw new Error('ours');
  };
  await expect(run(['check', 'x.example'], fakeContext(fake.shell, { check }))).rejects.toThrow('ours');
  expect(fake.isTicking()).toBe(false);
  expect(fake.isListening()).toBe(false);
});

test('--error takes server, port and suspicion of the text into the check, and no more than that', async () => {
  const asked: unknown[] = [];
  const check: Services['check'] = async (input) => {
    asked.push(input);
    return aReport();
  };
  const text =
    "you@example.org: Server: 'smtp.example.org', Port: 25, Secure(SSL): No, Error Number: 0x800CCC0E";
  const { status } = await ran(check, 'you@example.org', '--error', text);
  expect(status).toBe(0);
  expect(asked).toMatchObject([
    {
      current: { host: 'smtp.example.org', port: 25, security: 'none' },
      suspicion: { matched: '0x800CCC0E', causes: expect.arrayContaining(['port-25-blocked']) },
    },
  ]);
  expect(JSON.stringify(asked)).not.toContain('Error Number');
});

test('what was said of today’s settings wins over what a text shows', async () => {
  const asked: unknown[] = [];
  const check: Services['check'] = async (input) => {
    asked.push(input);
    return aReport();
  };
  await ran(
    check,
    'you@example.org',
    '--current',
    'mail.example.org:587/starttls',
    '--error',
    'ETIMEDOUT smtp.example.org:25',
  );
  expect(asked).toMatchObject([{ current: { host: 'mail.example.org', port: 587 } }]);
});

describe('--again', () => {
  const blocked = aReport({
    verdict: aFinding({ code: 'port-25-blocked', severity: 'problem', confidence: 'certain' }),
    observations: [aFailedConnect({ id: 'o1', port: 25 }), anObservation({ id: 'o2' })],
  });
  const open = aReport({
    observations: [anObservation({ id: 'o1', port: 25 }), anObservation({ id: 'o2' })],
  });

  async function again(reports: readonly Report[], isElsewhere: true | 'Ctrl-C', ...argv: string[]) {
    const fake = fakeShell();
    const left = [...reports];
    const services: Partial<Services> = {
      check: async () => left.shift() ?? expect.unreachable('a check too many'),
      async otherNetwork(_than, signal) {
        if (isElsewhere !== 'Ctrl-C') return isElsewhere;
        fake.interrupt();
        expect(signal.aborted).toBe(true);
        return false;
      },
    };
    const status = await run(['check', 'x.example', '--again', ...argv], fakeContext(fake.shell, services));
    return { status, stdout: fake.stdout(), stderr: fake.stderr(), isListening: fake.isListening() };
  }

  test('checks here and elsewhere, shows both, and says which party is left', async () => {
    const { status, stdout, stderr, isListening } = await again([blocked, open], true);
    expect(stderr).toContain('another network');
    expect(stdout).toContain('It is the network of the first check');
    expect([status, isListening]).toEqual([0, false]);
  });

  test('--json is the comparison alone', async () => {
    const { stdout } = await again([blocked, open], true, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'postway-comparison/1',
      network: 'other',
      findings: [{ code: 'network-to-blame' }, { code: 'network-changed' }],
      cleared: ['server'],
      left: ['older-network'],
    });
  });

  test('Ctrl-C while it waits leaves the first check, and ends with 130', async () => {
    expect(await again([blocked], 'Ctrl-C', '--json')).toMatchObject({
      status: 130,
      stdout: renderReport(blocked),
    });
    expect(await again([{ ...blocked, interrupted: true }], true)).toMatchObject({ status: 130 });
  });
});
