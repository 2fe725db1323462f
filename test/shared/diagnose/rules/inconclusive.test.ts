import { expect, test } from 'vitest';
import { diagnose } from '../../../../shared/diagnose/diagnose.ts';
import type { DiscoveryEntry } from '../../../../shared/model/check.ts';
import { greetedWith, judges } from '../world.ts';

/** RFC 6186 section 3.4. */
const sendingDenied: DiscoveryEntry = {
  source: 'srv',
  asked: '_submission._tcp.example.org',
  outcome: 'nothing',
  elapsedMs: 20,
  servers: [],
  notOffered: ['smtp'],
};

judges([
  [
    'the server closes every connection at once, and nothing says why',
    { own: { 587: { outcome: 'closed', stage: 'greeting', timings: { connect: 40 } } } },
    { verdict: 'inconclusive', confidence: 'possible', says: [/phone's hotspot/, /answers on port 587/] },
  ],
  [
    'a scanner on this computer answers, and nobody was there to compare with: it is named first',
    {
      own: {
        587: greetedWith(
          '421',
          'Cannot connect to SMTP server 203.0.113.9 (203.0.113.9:25), connect error 10060',
        ),
      },
      input: { references: false },
    },
    { verdict: 'inconclusive', says: [/connect error 10060/, /mail shield[\s\S]*VPN[\s\S]*hotspot/] },
  ],
  [
    'the domain says in DNS that it offers no sending, and nobody named a server: that is said, and no network is suspected',
    { own: {}, hosts: [], discovery: [sendingDenied] },
    {
      verdict: 'inconclusive',
      confidence: 'possible',
      says: [/example\.org itself says in DNS/, /Ask whoever looks after example\.org/],
      saysNot: [/hotspot/, /in some minutes/, /Nothing that was seen/],
    },
  ],
  [
    'every attempt was cut short by loss',
    { own: { 25: 'lost', 587: 'lost', 465: 'lost' }, large: { 25: 'lost', 587: 'lost' } },
    { verdict: 'inconclusive', not: ['port-25-blocked', 'server-down', 'mail-ports-blocked'] },
  ],
  [
    'a name that DNS did not answer for at first, and whose ports were tried later, is no name without an answer',
    { own: { 25: 'lost', 587: 'lost' }, names: { 'mail.example.org': 'no-dns-answer' } },
    { verdict: 'inconclusive', saysNot: [/gives no answer about/] },
  ],
  [
    'stopped before anything was known',
    { own: { 25: 'cancelled', 587: 'cancelled' }, web: 'none', interrupted: true },
    {
      verdict: 'inconclusive',
      says: [/stopped before the cause was found/, /stopped before its end/, /let the check run to its end/],
      saysNot: [/hotspot/],
    },
  ],
  [
    'stopped once the server had answered: that no login was found is no finding yet, and no scanner is suspected',
    {
      own: { 587: { outcome: 'cancelled', stage: 'greeting', timings: { connect: 40 } }, 25: 'cancelled' },
      web: 'none',
      interrupted: true,
    },
    {
      verdict: 'inconclusive',
      says: [/let the check run to its end/],
      saysNot: [/no way to log in/, /VPN|virus scanner|save both results|proves who or what/],
    },
  ],
  [
    '587 and 25 closed without controls, 465 works',
    { own: { 25: 'drop', 587: 'drop', 465: 'open' }, web: 'none', input: { references: false } },
    { verdict: 'inconclusive', use: 'mail.example.org:465/tls', says: [/comparison/, /port 465/] },
  ],
  [
    'not raised: what fails is of no use to the mail program, which works',
    {
      own: { 25: 'drop', 587: 'open' },
      web: 'none',
      input: { references: false, current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'all-clear', not: ['inconclusive'] },
  ],
  [
    'not raised: mail is sent in clear over 25 today, while another server of the person’s keeps 25 closed',
    {
      own: { 25: { security: 'none', timings: { connect: 40 }, auth: ['PLAIN'] }, 587: 'open' },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 25: 'refuse' } }],
      input: { current: { host: 'mail.example.org', port: 25, security: 'none' } },
    },
    { verdict: 'all-clear', not: ['inconclusive'] },
  ],
  [
    'not raised: what is not understood is port 25, and the mail program uses another one that is closed',
    {
      own: { 25: 'drop', 465: 'refuse', 587: 'open' },
      google: { 25: 'drop' },
      large: { 465: 'open' },
      input: { current: { host: 'mail.example.org', port: 465, security: 'tls' } },
    },
    { verdict: 'all-clear', not: ['inconclusive'] },
  ],
  [
    'not raised: 587 and 25 connect over IPv4 and then stall; that nobody at all is reached over IPv6 is no doing of these ports',
    {
      own: {
        25: { outcome: 'timeout', stage: 'ehlo', error: { code: 'no-reply', message: '' } },
        587: { outcome: 'timeout', stage: 'ehlo', error: { code: 'no-reply', message: '' } },
        465: 'open',
      },
      own6: { 25: 'unreachable', 587: 'unreachable', 465: 'unreachable' },
      large: { 25: 'open', 587: 'open' },
      large6: { 25: 'unreachable', 587: 'unreachable' },
    },
    { verdict: 'all-clear', use: 'mail.example.org:465/tls', not: ['inconclusive'] },
  ],
  [
    'this computer had no room for the connections: nobody is accused',
    {
      own: {
        587: {
          outcome: 'cancelled',
          stage: 'connect',
          error: { code: 'EMFILE', message: 'EMFILE' },
          timings: {},
          tls: undefined,
        },
      },
    },
    {
      verdict: 'inconclusive',
      says: [/had no room/, /ulimit -n 256/],
      saysNot: [/hotspot[\s\S]*at your mail server\.$/],
    },
  ],
  [
    'not raised: 587 is refused here, and nobody else’s was; 465 works',
    { own: { 587: 'refuse', 465: 'open' } },
    { verdict: 'all-clear', not: ['inconclusive'] },
  ],
]);

test('there is a verdict even when nothing at all was seen', () => {
  const { verdict } = diagnose({ observations: [], discovery: [], input: {}, recommendation: null });
  expect(verdict.code).toBe('inconclusive');
  expect(verdict.words.advice.length).toBeGreaterThan(0);
});
