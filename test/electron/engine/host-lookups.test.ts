import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import { aCheckInput } from '../../support/builders.ts';
import { fakeSystem } from '../../support/fake-system.ts';
import { honestDialogues, stepsOf } from '../../support/honest-dialogues.ts';
import { scriptedServer } from '../../support/scripted-server.ts';

const submission = honestDialogues.find(({ name }) => name === 'smtp starttls') ?? expect.unreachable();

/** A computer without IPv6, and a DNS that loses the first answer about IPv4. */
function withoutIpv6(isLost: (question: DnsQuestion) => boolean) {
  const asked: DnsQuestion[] = [];
  const system = fakeSystem(
    {
      '2001:db8::1:587': { answer: 'ENETUNREACH' },
      '192.0.2.1:587': { rttMs: 20, answer: [scriptedServer(...submission.exchanges.flatMap(stepsOf))] },
    },
    (question) => {
      if (question.type !== 'addresses' || question.name !== 'mail.example.org')
        return { outcome: 'no-data', code: 'ENODATA' };
      asked.push(question);
      const four = isLost(question) ? [] : [{ ipAddress: '192.0.2.1', family: 4 as const }];
      const six = { ipAddress: '2001:db8::1', family: 6 as const };
      return { outcome: 'found', found: { type: 'addresses', addresses: [six, ...four] } };
    },
  );
  const input = aCheckInput({
    server: 'mail.example.org',
    ports: [587],
    incoming: false,
    lookup: false,
    references: false,
  });
  const options = { system, version: '0', onEvent: () => {} };
  const run = () => system.clock.run(check(input, options, new AbortController().signal));
  return { run, asked };
}

test('where the only addresses known lead nowhere, DNS is asked once more for the other kind, and those are tried', async () => {
  const { run, asked } = withoutIpv6(({ isThorough }) => isThorough !== true);
  const report = await run();
  expect(report.recommendation?.outgoing).toMatchObject({ host: 'mail.example.org', port: 587 });
  expect(report.observations.map(({ family, outcome }) => [family, outcome])).toEqual([
    [6, 'unreachable'],
    [4, 'ok'],
  ]);
  expect(asked.map(({ isThorough = false }) => isThorough)).toEqual([false, true]);
});

test('it is asked once, whatever it says', async () => {
  const { run, asked } = withoutIpv6(() => true);
  const report = await run();
  expect(report.recommendation).toBeNull();
  expect(asked).toHaveLength(2);
  expect(report.findings.map(({ code }) => code)).not.toContain('server-down');
});
