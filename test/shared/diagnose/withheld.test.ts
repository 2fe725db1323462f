import { expect, test } from 'vitest';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import { said } from '../../../shared/text/said.ts';
import { judge } from './world.ts';

/** Autodiscover sends on to a host of another domain, by http or by SRV: nothing was asked there. */
const sentOn: DiscoveryEntry = {
  source: 'autodiscover',
  asked: '_autodiscover._tcp.example.org',
  outcome: 'nothing',
  elapsedMs: 20,
  servers: [],
  isAuthenticated: false,
  remarks: [said('discovery.sent-elsewhere', { host: 'autodiscover.hoster.example' })],
};

const nothingWorks = {
  own: { 25: 'drop', 465: 'refuse', 587: 'refuse', 993: 'refuse' },
  large: { 25: 'drop' },
} as const;

test('where nothing works, the host that the domain itself sends on to is named, with how to go on', () => {
  const { detail, advice } = judge({ ...nothingWorks, discovery: [sentOn] }).verdict;
  expect(detail).toMatch(/points to autodiscover\.hoster\.example/);
  expect(advice.filter((one) => one.includes('autodiscover.hoster.example'))).toHaveLength(1);
});

test('where something works, it is not: whoever sent on may have been a stranger', () => {
  const own = { 25: 'drop', 465: 'open', 587: 'open', 993: 'open' } as const;
  const { verdict } = judge({ own, large: { 25: 'drop' }, discovery: [sentOn] });
  expect(JSON.stringify(verdict)).not.toContain('autodiscover.hoster.example');
});

test('a server that was named there is told instead', () => {
  const named: DiscoveryEntry = {
    source: 'autoconfig',
    asked: 'http://autoconfig.example.org/mail/config-v1.1.xml',
    outcome: 'found',
    elapsedMs: 20,
    isAuthenticated: false,
    servers: [
      {
        protocol: 'smtp',
        host: 'smtp.hoster.example',
        port: 465,
        security: 'tls',
        role: 'outgoing',
        withheld: 'other-domain',
      },
    ],
  };
  const { detail, advice } = judge({ ...nothingWorks, discovery: [named, sentOn] }).verdict;
  expect(detail).toContain('smtp.hoster.example');
  expect([detail, ...advice].join()).not.toContain('autodiscover.hoster.example');
});
