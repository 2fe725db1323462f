import { expect, test } from 'vitest';
import { ownServers } from '../../../shared/diagnose/own-servers.ts';
import type { Source } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { aControl, aFailedConnect, anObservation } from '../../support/builders.ts';
import { entry } from './world.ts';

const silent = (host: string) => aFailedConnect({ host, address: '192.0.2.99' });
const answering = (host: string, change: Partial<Observation> = {}) => anObservation({ host, ...change });

function servers(
  observations: readonly Observation[],
  named: Readonly<Record<string, readonly Source[]>> = {},
  input: Parameters<typeof ownServers>[0]['input'] = { domain: 'example.org' },
) {
  const discovery = Object.entries(named).flatMap(([host, sources]) =>
    sources.map((source) => entry(source, host)),
  );
  return ownServers({ observations, discovery, input, recommendation: null });
}

test('a usual name that is silent is not the person’s server once another one answers, and may be until then', () => {
  const observations = [silent('smtp.example.org'), answering('mail.example.org')];
  expect(servers(observations).isOwn('smtp.example.org')).toBe(false);
  expect(servers(observations).isOwn('MAIL.example.org.')).toBe(true);
  expect(servers(observations.slice(0, 1)).isOwn('smtp.example.org')).toBe(true);
});

test('a usual name for sending is the person’s where it leads to the computer that answers under the name for receiving', () => {
  const imap = answering('imap.example.org', { role: 'incoming', protocol: 'imap', port: 993 });
  const smtp = aFailedConnect({ host: 'smtp.example.org', ...(imap.address && { address: imap.address }) });
  expect(servers([smtp, imap]).isOwn('smtp.example.org')).toBe(true);
  expect(servers([silent('smtp.example.org'), imap]).isOwn('smtp.example.org'), 'elsewhere').toBe(false);
});

test('neither a web server nor somebody else’s mail server is an answer of the person’s own', () => {
  const web = answering('example.org', { protocol: 'tcp', port: 443 });
  const control = aControl('gmx.net', { outcome: 'ok' });
  expect(servers([silent('mail.example.org'), web, control]).isOwn('mail.example.org')).toBe(true);
});

test('a server that the person or the provider named is the person’s, however silent', () => {
  const observations = [silent('smtp.example.org'), answering('mail.example.org')];
  const inputs = [
    { server: 'smtp.example.org:25' },
    { current: { host: 'SMTP.example.org', port: 25, security: 'none' } },
  ] as const;
  for (const input of inputs) {
    expect(servers(observations, {}, input).isSure('smtp.example.org')).toBe(true);
    expect(servers(observations, {}, input).isOwn('smtp.example.org')).toBe(true);
  }
  for (const source of ['autoconfig', 'ispdb', 'srv', 'autodiscover', 'well-known'] as const) {
    expect(servers(observations, { 'smtp.example.org': [source] }).isOwn('smtp.example.org')).toBe(true);
  }
  for (const source of ['guess', 'mx'] as const) {
    expect(servers(observations, { 'smtp.example.org': [source] }).isSure('smtp.example.org')).toBe(false);
    expect(servers(observations, { 'smtp.example.org': [source] }).isOwn('smtp.example.org')).toBe(false);
  }
});

test.each<[readonly Source[], boolean]>([
  [['mx'], true],
  [['mx', 'guess'], false],
  [['mx', 'srv'], false],
  [['guess'], false],
  [[], false],
])('a host that %j named only receives the domain’s mail: %s', (sources, isReceiverOnly) => {
  const named = { 'mx.example.org': sources };
  expect(servers([], named).isReceiverOnly('mx.example.org')).toBe(isReceiverOnly);
});

test('the bare domain is a guess, unless it was named', () => {
  expect(servers([]).isBareDomain('EXAMPLE.org.')).toBe(true);
  expect(servers([]).isBareDomain('mail.example.org')).toBe(false);
  expect(servers([], { 'example.org': ['srv'] }).isBareDomain('example.org')).toBe(false);
});
