import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import { limits } from '../../../electron/engine/limits.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import { connectivityCheck } from '../../../shared/model/references.ts';
import { aCheckInput } from '../../support/builders.ts';
import { fakeSystem } from '../../support/fake-system.ts';
import { honestDialogues, stepsOf } from '../../support/honest-dialogues.ts';
import { close, hear, say, scriptedServer, wait } from '../../support/scripted-server.ts';

const submission = honestDialogues.find(({ name }) => name === 'smtp starttls') ?? expect.unreachable();

/** The connectivity check's web server. */
const page = () =>
  scriptedServer(hear('GET'), wait(20), say('HTTP/1.1 200 OK', '', connectivityCheck.body), close());

/** A computer without IPv6, and a DNS that loses answers about IPv4: which is told by the question and how many came before. */
function withoutIpv6(isLost: (question: DnsQuestion, before: number) => boolean, losesSyns = false) {
  const asked: DnsQuestion[] = [];
  const system = fakeSystem(
    {
      '2001:db8::1:587': { answer: 'ENETUNREACH' },
      '192.0.2.1:587': { rttMs: 20, answer: [scriptedServer(...submission.exchanges.flatMap(stepsOf))] },
      '192.0.2.9:80': { rttMs: 20, losesSyn: (number) => losesSyns && number === 1, answer: [page()] },
    },
    (question) => {
      if (question.name === connectivityCheck.host)
        return {
          outcome: 'found',
          found: { type: 'addresses', addresses: [{ ipAddress: '192.0.2.9', family: 4 }] },
        };
      if (question.type !== 'addresses' || question.name !== 'mail.example.org')
        return { outcome: 'no-data', code: 'ENODATA' };
      asked.push(question);
      const four = isLost(question, asked.length - 1) ? [] : [{ ipAddress: '192.0.2.1', family: 4 as const }];
      const six = { ipAddress: '2001:db8::1', family: 6 as const };
      return { outcome: 'found', found: { type: 'addresses', addresses: [six, ...four] } };
    },
  );
  const input = aCheckInput({
    server: 'mail.example.org',
    ports: [587],
    incoming: false,
    lookup: false,
    references: losesSyns,
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

test('on a line that loses packets a second time, since the answer may have been lost again', async () => {
  const { run, asked } = withoutIpv6((_question, before) => before < 2, true);
  const report = await run();
  expect(report.recommendation?.outgoing).toMatchObject({ host: 'mail.example.org', port: 587 });
  expect(asked).toHaveLength(3);
});

/** DNS that publishes a name by SRV (or says nothing but is given the name) and is silent the first times about its addresses. */
async function silentAbout(silentTimes: number, isPublished: boolean) {
  const asked: DnsQuestion[] = [];
  const silence = { outcome: 'no-answer', code: 'ETIMEOUT' } as const;
  const record = { target: 'mail.example.org', port: 587, priority: 0, weight: 1 };
  const found = { type: 'addresses', addresses: [{ ipAddress: '192.0.2.1', family: 4 }] } as const;
  const system = fakeSystem(
    { '192.0.2.1:587': { rttMs: 20, answer: [scriptedServer(...submission.exchanges.flatMap(stepsOf))] } },
    (question) => {
      if (question.name === '_submission._tcp.example.org' && isPublished)
        return { outcome: 'found', found: { type: 'SRV', records: [record] } };
      if (question.type !== 'addresses' || question.name !== 'mail.example.org') return silence;
      asked.push(question);
      return asked.length <= silentTimes ? silence : { outcome: 'found', found };
    },
  );
  const slowly: typeof system.resolve = async (question, signal) => {
    if (question.type === 'addresses') await system.clock.sleep(limits.dnsMs, signal);
    return system.resolve(question, signal);
  };
  const input = aCheckInput({
    ...(isPublished ? {} : { server: 'mail.example.org' }),
    ports: [587],
    incoming: false,
    references: false,
  });
  const options = { system: { ...system, resolve: slowly }, version: '0', onEvent: () => {} };
  const report = await system.clock.run(check(input, options, new AbortController().signal));
  return { report, asked };
}

test('a name of which DNS is silent is asked for once more where DNS spoke of another', async () => {
  const { report, asked } = await silentAbout(1, true);
  expect(report.recommendation?.outgoing).toMatchObject({ host: 'mail.example.org', port: 587 });
  expect(asked).toHaveLength(2);
});

test('but not a third time, and not where DNS is silent altogether', async () => {
  const { report, asked } = await silentAbout(9, true);
  expect(report.recommendation).toBeNull();
  expect(asked).toHaveLength(2);
  expect((await silentAbout(9, false)).asked).toHaveLength(1);
});
