import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import { aCheckInput } from '../../support/builders.ts';
import { fakeSystem, type Listener } from '../../support/fake-system.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

/** A world in which every name leads to one computer that refuses, and mail for any domain is received by `exchange`. */
async function checked(change: Partial<CheckInput>, exchange: string, srvTarget?: string) {
  const asked: string[] = [];
  const dns = ({ name, type }: DnsQuestion) => {
    asked.push(`${type} ${name}`);
    if (type === 'addresses') {
      return {
        outcome: 'found',
        found: { type, addresses: [{ ipAddress: '192.0.2.1', family: 4 }] },
      } as const;
    }
    if (type === 'MX')
      return { outcome: 'found', found: { type, records: [{ exchange, preference: 1 }] } } as const;
    if (srvTarget === undefined || !name.startsWith('_submission.')) {
      return { outcome: 'no-name', code: 'ENOTFOUND' } as const;
    }
    const records = [{ target: srvTarget, port: 587, priority: 0, weight: 0 }];
    return { outcome: 'found', found: { type: 'SRV', records } } as const;
  };
  const refusing: Listener = { rttMs: 20, answer: 'ECONNREFUSED' };
  const ports = [25, 26, 465, 587, 2525, 993, 995, 143, 110, 80, 443];
  const at = Object.fromEntries(ports.map((port) => [`192.0.2.1:${port}`, refusing]));
  const system = fakeSystem(at, dns, virtualClock(), {});
  const input = aCheckInput(change);
  const report = await system.clock.run(check(input, { system, version: '0' }, new AbortController().signal));
  return { report, system, asked };
}

test.each([
  ['an address of the service', { address: 'anna@proton.me', domain: 'proton.me' }, 'mail.protonmail.ch'],
  [
    'a domain of one’s own',
    { address: 'anna@example.org', domain: 'example.org' },
    'route2.mx.cloudflare.net',
  ],
  [
    'a server that is named',
    { address: 'anna@example.org', domain: 'example.org', server: 'mail.tutanota.de' },
    'mx.example.org',
  ],
  ['a server alone, with its port', { server: 'smtp.tutanota.com', serverPort: 465 }, 'mx.example.org'],
] as const)('%s: nothing is knocked at, and the web hears of nobody', async (_what, change, exchange) => {
  const { report, system } = await checked(change, exchange);
  expect(report.verdict.code).toBe('no-smtp-service');
  expect(report.observations).toEqual([]);
  expect(report.recommendation).toBeNull();
  expect(system.fetched).toEqual([]);
  expect(system.clock.sleepers()).toBe(0);
});

test('a domain whose mail is passed on may have a server for sending of its own', async () => {
  const { report } = await checked(
    { address: 'anna@example.org', domain: 'example.org' },
    'route2.mx.cloudflare.net',
    'smtp.example.org',
  );
  expect(report.verdict.code).not.toBe('no-smtp-service');
  expect(report.observations.map(({ host }) => host)).toContain('smtp.example.org');
});

test('what the program uses today is tried, and nothing else', async () => {
  const { report } = await checked(
    {
      address: 'anna@proton.me',
      domain: 'proton.me',
      current: { host: 'relay.example.org', port: 587, security: 'starttls' },
    },
    'mail.protonmail.ch',
  );
  const own = report.observations.filter(({ role }) => role === 'outgoing' || role === 'incoming');
  expect(new Set(own.map(({ host }) => host))).toEqual(new Set(['relay.example.org']));
  expect(report.verdict.code).toBe('no-smtp-service');
});
