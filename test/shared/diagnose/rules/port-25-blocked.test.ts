import { expect, test } from 'vitest';
import type { Observation } from '../../../../shared/model/observation.ts';
import { aControl, aFailedConnect } from '../../../support/builders.ts';
import { badCertificate, judge, judges, livingLine, mute } from '../world.ts';

const current = (port: number, security: 'none' | 'starttls' | 'tls') => ({
  current: { host: 'mail.example.org', port, security },
});

/** A connection that hears nothing. */
const cut: Partial<Observation> = {
  ...mute,
  outcome: 'reset',
  error: { code: 'ECONNRESET', message: 'connection reset' },
};

/** A web server that answers on a mail port. */
const webPage: Partial<Observation> = {
  outcome: 'protocol-error',
  stage: 'greeting',
  timings: { dns: 5, connect: 40, greeting: 40 },
  greeting: 'HTTP/1.1 302 Found',
  error: { code: 'http-answer', message: 'a web server answered' },
};

/** Refused, by somebody near or by this computer, while nobody else was heard. */
const unheard: Partial<Observation> = { ...refusedAfter(2), attempts: 6, witnessed: false };

judges([
  [
    'not raised: of the two that fail one is the person’s own provider, so only one is a stranger',
    {
      hosts: [
        {
          host: 'smtp.google.com',
          sources: ['srv'],
          address: '198.51.100.20',
          ports: { 25: 'drop', 587: 'open', 993: 'open' },
        },
      ],
      large: { 25: 'drop', 587: 'open' },
    },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'not raised: the person named their own server for comparison, beside one other',
    {
      own: { 25: 'drop', 587: 'open' },
      more: ['mail.example.org', 'mx.example.net'].map((host) =>
        aControl(host, { ...aFailedConnect({ port: 25, startedMs: 260 }), role: 'reference', host }),
      ),
    },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'port 25 dropped for everyone, everything else open',
    {
      own: { 25: 'drop', 587: 'open', 465: 'open', 993: 'open' },
      large: { 25: 'drop' },
      small: { 25: 'drop' },
    },
    {
      verdict: 'port-25-blocked',
      confidence: 'certain',
      severity: 'problem',
      use: 'mail.example.org:587/starttls',
      not: ['port-closed', 'mail-allow-list', 'server-down', 'inconclusive', 'all-clear'],
      says: [/port 587, encryption STARTTLS/, /google\.com/, /gives no answer/],
      saysNot: [/over IPv/],
    },
  ],
  [
    'refused everywhere, by a device much nearer than the server',
    {
      own: { 25: { ...refusedAfter(2) }, 587: 'open' },
      large: { 25: 'refuse' },
      small: { 25: 'refuse' },
    },
    { verdict: 'port-25-blocked', confidence: 'certain', says: [/is refused/, /a device near you/] },
  ],
  [
    'not raised: every other port was refused as well, while nobody was heard, so that it is not 25 that is closed',
    {
      own: { 25: refusedAfter(2), 465: unheard, 587: unheard, 993: unheard },
      large: { 25: 'refuse', 465: unheard, 587: unheard },
      small: { 25: 'refuse', 465: unheard, 587: unheard },
    },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'strangers are reached on another port where the user’s were refused while nobody was heard',
    {
      own: { 25: refusedAfter(2), 465: unheard, 587: unheard },
      large: { 25: 'refuse' },
      small: { 25: 'refuse' },
    },
    { verdict: 'port-25-blocked', confidence: 'likely' },
  ],
  [
    'prohibited by ICMP everywhere',
    { own: { 25: 'unreachable', 587: 'open' }, large: { 25: 'unreachable' } },
    { verdict: 'port-25-blocked', confidence: 'certain', says: [/cannot be reached/] },
  ],
  [
    'a third control that fails in another way makes it likely, not certain',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' }, small: { 25: 'refuse' } },
    { verdict: 'port-25-blocked', confidence: 'likely' },
  ],
  [
    'a control whose silence proves nothing makes it likely, not certain',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' }, small: { 25: 'lost' } },
    { verdict: 'port-25-blocked', confidence: 'likely' },
  ],
  [
    'the mail program uses port 25 today',
    {
      own: { 25: ['drop', 'drop'], 587: 'open' },
      large: { 25: 'drop' },
      input: current(25, 'none'),
    },
    { verdict: 'port-25-blocked', severity: 'problem', use: 'mail.example.org:587/starttls' },
  ],
  [
    'a mail program that uses 587, which works, is not disturbed by it',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' }, input: current(587, 'starttls') },
    { verdict: 'all-clear', also: { 'port-25-blocked': 'note' }, says: [/right as they are: /] },
  ],
  [
    'over IPv4 only, with IPv6 open',
    {
      own: { 25: 'drop', 587: 'open' },
      own6: { 25: 'open', 587: 'open' },
      large: { 25: 'drop' },
      large6: { 25: 'open' },
    },
    { verdict: 'port-25-blocked', says: [/over IPv4/], not: ['ipv6-unreachable'] },
  ],
  [
    'over IPv6 only, with IPv4 open',
    {
      own: { 25: 'open', 587: 'open' },
      own6: { 25: 'drop', 587: 'open' },
      large: { 25: 'open' },
      large6: { 25: 'drop' },
      more: [reachedOver6(80)],
    },
    { verdict: 'port-25-blocked', says: [/over IPv6/] },
  ],
  [
    'not raised: over IPv6 no stranger is reached at all, only the server itself',
    {
      own: { 25: 'open', 587: 'open' },
      own6: { 25: 'drop', 587: 'open' },
      large: { 25: 'open' },
      large6: { 25: 'drop' },
    },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'over both families: no family is named',
    {
      own: { 25: 'drop', 587: 'open' },
      own6: { 25: 'drop', 587: 'open' },
      large: { 25: 'drop' },
      large6: { 25: 'drop' },
      more: [reachedOver6(80)],
    },
    { verdict: 'port-25-blocked', confidence: 'certain', saysNot: [/IPv[46]/] },
  ],
  [
    'a broken IPv6 is not a block of port 25 over IPv6',
    {
      own: { 25: 'open', 587: 'open' },
      own6: { 25: 'unreachable', 587: 'unreachable' },
      large6: { 25: 'unreachable' },
    },
    { verdict: 'all-clear', not: ['port-25-blocked'], also: { 'ipv6-unreachable': 'warning' } },
  ],
  [
    'the server refuses 587 and 465 itself: its refusals show that it lives',
    { own: { 25: 'drop', 587: 'refuse', 465: 'refuse' }, large: { 25: 'drop', 587: 'open', 465: 'open' } },
    {
      verdict: 'port-25-blocked',
      confidence: 'likely',
      use: null,
      says: [/Ask your mail provider/],
      not: ['server-down'],
    },
  ],
  [
    'only port 25 was to be tried: the controls stand in for the server’s other ports',
    { own: { 25: 'drop' }, large: { 25: 'drop' }, input: { server: 'mail.example.org:25' } },
    { verdict: 'port-25-blocked', confidence: 'likely' },
  ],
  [
    'not raised: this server alone does not answer on 25',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'open' }, small: { 25: 'open' } },
    { verdict: 'all-clear', not: ['port-25-blocked', 'mail-allow-list'], also: { 'port-closed': 'note' } },
  ],
  [
    'not raised: one large control connects',
    {
      own: { 25: 'drop', 587: 'open' },
      google: { 25: 'open' },
      large: { 25: 'drop' },
      small: { 25: 'drop' },
    },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: only one operator’s control fails',
    { own: { 25: 'drop', 587: 'open' }, google: { 25: 'drop' } },
    { verdict: 'inconclusive', not: ['port-25-blocked'], says: [/no clear picture/] },
  ],
  [
    'not raised: the controls fail in another way than the server',
    { own: { 25: 'refuse', 587: 'open' }, large: { 25: 'drop' } },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'not raised: the silence of the controls came from one lost packet each',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'lost' }, small: { 25: 'lost' } },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'not raised: the controls’ attempts were cancelled',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'cancelled' }, small: { 25: 'cancelled' } },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'not raised: one of the server’s addresses connects',
    { own: { 25: ['drop', 'open'], 587: 'open' }, large: { 25: 'drop' } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised without controls: it says that a comparison is missing',
    { own: { 25: 'drop', 587: 'open' }, web: 'none', input: { references: false } },
    {
      verdict: 'inconclusive',
      confidence: 'possible',
      not: ['port-25-blocked'],
      use: 'mail.example.org:587/starttls',
      says: [/Without a comparison/, /port 587, encryption STARTTLS/],
    },
  ],
  [
    'the certificate on 587 has run out as well: what is nearest the user comes first',
    { own: { 25: 'drop', 587: badCertificate('expired') }, large: { 25: 'drop' } },
    {
      verdict: 'port-25-blocked',
      also: { 'certificate-expired': 'problem' },
      use: 'mail.example.org:587/starttls',
    },
  ],
  [
    'the server is down as well, which explains more',
    {
      own: { 25: 'drop', 587: 'drop', 465: 'drop', 993: 'drop' },
      large: { 25: 'drop', 587: 'open', 465: 'open' },
      small: { 25: 'drop', 587: 'open', 465: 'open' },
    },
    { verdict: 'server-down', not: ['port-25-blocked', 'mail-allow-list'] },
  ],
  [
    'the server is down as well, and the web server of the same domain refuses mail ports',
    {
      own: { 25: 'drop', 587: 'drop', 465: 'drop', 993: 'drop' },
      hosts: [
        {
          host: 'example.org',
          sources: ['guess'],
          address: '192.0.2.80',
          ports: { 25: 'drop', 587: 'refuse', 465: 'refuse', 993: 'refuse' },
        },
      ],
      large: { 25: 'drop', 587: 'open', 465: 'open' },
      small: { 25: 'drop', 587: 'open', 465: 'open' },
    },
    { verdict: 'server-down', not: ['port-25-blocked', 'mail-allow-list'] },
  ],
  [
    'an MX host with another name that drops everything but is not for sending',
    {
      own: { 25: 'drop', 587: 'open' },
      hosts: [
        {
          host: 'mx1.example.net',
          sources: ['mx'],
          address: '192.0.2.99',
          ports: { 25: 'drop', 587: 'drop', 465: 'drop' },
        },
      ],
      large: { 25: 'drop' },
    },
    { verdict: 'port-25-blocked', confidence: 'certain', not: ['server-down', 'port-closed'] },
  ],
  [
    'not raised: over the other family a small operator is reached on 25 where the large ones are not',
    {
      own: { 25: 'drop', 587: 'open' },
      own6: { 25: 'drop', 587: 'open' },
      large: { 25: 'drop' },
      large6: { 25: 'drop' },
      more: [reachedOver6(25)],
    },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: no stranger is reached on any port, the web included',
    {
      own: { 25: 'drop', 587: 'open' },
      large: { 25: 'drop', 587: 'drop' },
      small: { 25: 'drop' },
      web: 'drop',
    },
    { verdict: 'inconclusive', not: ['port-25-blocked'], use: 'mail.example.org:587/starttls' },
  ],
  [
    'let in everywhere, and nothing that a server says comes through',
    { own: { 25: mute, 587: 'open' }, large: { 25: mute }, small: { 25: mute }, more: livingLine },
    { verdict: 'port-25-blocked', confidence: 'likely', use: 'mail.example.org:587/starttls' },
  ],
  [
    'the same where even a host on which nobody listens lets in, and says nothing',
    { own: { 25: mute, 587: 'open' }, large: { 25: mute }, notListening: mute, more: livingLine },
    { verdict: 'port-25-blocked', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: nobody else was heard while all were mute, so that the line may have been dead',
    { own: { 25: mute, 587: 'open' }, large: { 25: mute }, small: { 25: mute } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: only this server says nothing on 25',
    { own: { 25: mute, 587: 'open' }, large: { 25: 'open' } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: one control says nothing either, the other greets',
    { own: { 25: mute, 587: 'open' }, google: { 25: mute }, large: { 25: 'open' } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'raised without the web, where another port of the controls is reached',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop', 587: 'open' }, web: 'drop' },
    { verdict: 'port-25-blocked', confidence: 'certain' },
  ],
  [
    'not raised: a device lets everybody in on 25, even where nobody listens',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' }, notListening: 'open' },
    { verdict: 'inconclusive', not: ['port-25-blocked'], also: { 'port-25-intercepted': 'warning' } },
  ],
  [
    'not raised: another server of the person’s is reached on 25',
    {
      own: { 25: 'drop', 587: 'open' },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 25: 'open' } }],
      large: { 25: 'drop' },
    },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: refusals on the server’s other ports may be the network’s, where nobody else was asked there',
    { own: { 25: 'drop', 587: 'refuse' }, large: { 25: 'drop' } },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'not raised: what answers is another computer, and this server answers nowhere',
    {
      own: { 25: 'drop', 587: 'drop' },
      hosts: [{ host: 'imap.example.org', address: '192.0.2.11', ports: { 993: 'open' } }],
      large: { 25: 'drop' },
    },
    { verdict: 'inconclusive', not: ['port-25-blocked'] },
  ],
  [
    'another address of the same host shows that it lives',
    {
      own: { 25: 'drop' },
      hosts: [{ host: 'mail.example.org', address: '192.0.2.11', ports: { 587: 'open' } }],
      large: { 25: 'drop' },
    },
    { verdict: 'port-25-blocked', confidence: 'certain' },
  ],
  [
    'another name of the same computer shows that it lives',
    {
      own: { 25: 'drop' },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.10', ports: { 587: 'open' } }],
      large: { 25: 'drop' },
    },
    { verdict: 'port-25-blocked', confidence: 'certain' },
  ],
  [
    'not raised: two controls say nothing either, a third greets',
    { own: { 25: mute, 587: 'open' }, large: { 25: mute }, small: { 25: 'open' } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: one control says nothing either, the other is not even reached',
    { own: { 25: mute, 587: 'open' }, google: { 25: mute }, large: { 25: 'drop' } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: the server says nothing on any other port, or over the other family only',
    { own: { 25: mute, 587: mute }, own6: { 587: 'open' }, large: { 25: mute } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: nobody says anything on 25, and no stranger is reached elsewhere',
    { own: { 25: mute, 587: 'open' }, large: { 25: mute }, web: 'drop' },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised: connections to 25 are cut, and not merely silent',
    { own: { 25: cut, 587: 'open' }, large: { 25: cut } },
    { verdict: 'all-clear', not: ['port-25-blocked'] },
  ],
  [
    'not raised beside a sign-in page that answers in the place of mail servers',
    { own: { 25: 'drop', 587: webPage }, large: { 25: 'drop', 587: webPage }, web: 'redirect' },
    { verdict: 'captive-portal', severity: 'problem', not: ['port-25-blocked'] },
  ],
  [
    'not raised where DNS leads the server’s name astray',
    { own: { 25: 'drop', 587: webPage }, large: { 25: 'drop' }, madeUpName: '192.0.2.10' },
    { verdict: 'dns-hijacked', severity: 'problem', not: ['port-25-blocked'] },
  ],
]);

test('silence during which nothing else answered does not count: the line may have been dead for a moment', () => {
  const { findings, evidence } = judge({
    own: { 587: 'open' },
    hosts: [{ host: 'mail.example.org', ports: { 25: 'drop' }, change: { startedMs: 5_000 } }],
    large: { 25: 'drop' },
  });
  expect(evidence.observations.find((o) => o.port === 25 && o.role === 'outgoing')?.startedMs).toBe(5_000);
  expect(findings.map(({ code }) => code)).not.toContain('port-25-blocked');
});

test('the evidence names the server’s port 25, both controls, and another port that answers', () => {
  const { verdict, evidence } = judge({ own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' } });
  const proof = evidence.observations.filter(({ id }) => verdict.evidence.includes(id));
  expect(proof.map(({ role, port }) => `${role} ${port}`)).toEqual([
    'outgoing 25',
    'outgoing 587',
    'reference 25',
    'reference 25',
    'portal 80',
  ]);
});

/** A small operator's server, reached over IPv6. */
function reachedOver6(port: number): Observation {
  return aControl('posteo.de', { port, operatorSize: 'small', family: 6, address: '2001:db8:1::40' });
}

function refusedAfter(elapsedMs: number) {
  return {
    outcome: 'refused',
    stage: 'connect',
    timings: {},
    elapsedMs,
    attempts: 1,
    error: { code: 'ECONNREFUSED', message: 'refused' },
  } as const;
}

test('a way around the block whose certificate is in doubt is advised only for afterwards, as programs refuse it', () => {
  const way = (ports: NonNullable<Parameters<typeof judge>[0]['own']>) =>
    judge({ own: ports, large: { 25: 'drop' } }).verdict.words?.advice.map(({ key }) => key);
  expect(way({ 25: 'drop', 587: badCertificate('name-mismatch') })).toEqual([
    'finding.advice.use.later',
    'finding.advice.certificate',
    'port-25-blocked.advice.normal',
  ]);
  expect(way({ 25: 'drop', 587: badCertificate('name-mismatch'), 465: 'open' })).toContain(
    'finding.advice.use',
  );
});
