import { expect, test } from 'vitest';
import { gatherFacts, operatorsOf } from '../../../shared/diagnose/facts.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { aControl, aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';
import { entry, evidenceOf } from './world.ts';

function factsOf(observations: readonly Observation[], current?: Parameters<typeof gatherFacts>[0]['input']) {
  return gatherFacts({ observations, discovery: [], input: current ?? {}, recommendation: null });
}

const ids = (observations: readonly Observation[]) => observations.map(({ id }) => id);
const answer = (status: number, isExpected: boolean) =>
  anObservation({ role: 'portal', protocol: 'http', port: 80, web: { status, isExpected } });

test('a host, a port and a family each have a fate of their own, and one open address of it opens it', () => {
  const open = anObservation({ port: 25 });
  const sameOther = aFailedConnect({ port: 25, host: 'MAIL.example.org', address: '192.0.2.11' });
  const six = aFailedConnect({ port: 25, family: 6, address: '2001:db8::10' });
  const { view } = factsOf([open, sameOther, six]);
  const { connected, failed, unsure } = view([open, sameOther, six]);
  expect({ connected: ids(connected), failed: ids(failed), unsure: ids(unsure) }).toEqual({
    connected: [open.id],
    failed: [six.id],
    unsure: [],
  });
});

test('what was stopped and what had no address is no doubt about a port; a single lost packet is', () => {
  const lost = aFailedConnect({ port: 587, attempts: 1, elapsedMs: 500 });
  const cancelled = aFailedConnect({ port: 465, outcome: 'cancelled' });
  const nameless = aFailedConnect({ port: 26, outcome: 'dns-error', stage: 'dns', address: null });
  const all = [lost, cancelled, nameless];
  expect(ids(factsOf(all).view(all).unsure)).toEqual([lost.id]);
});

test('the web answers as expected or not at all: another page, an error or a mail port shows nothing', () => {
  const proof = [
    answer(200, true),
    aControl('1.1.1.1', { control: 'well-known-address', outcome: 'ok', port: 443 }),
    anObservation({ protocol: 'tcp', port: 443 }),
  ];
  const none = [
    answer(200, false),
    answer(404, false),
    anObservation(),
    aControl('gmx.net', { outcome: 'ok' }),
  ];
  expect(ids(factsOf([...none, ...proof]).webAnswers())).toEqual(ids(proof));
});

test.each([
  [200, true],
  [302, true],
  [399, true],
  [511, true],
  [404, false],
  [503, false],
])('a connectivity check that is answered with %i by somebody is a sign-in page: %s', (status, isSign) => {
  expect(factsOf([answer(status, false)]).portalSigns()).toHaveLength(isSign ? 1 : 0);
  expect(factsOf([answer(status, true)]).portalSigns()).toEqual([]);
});

const today = { host: 'MAIL.example.org', port: 587, security: 'starttls' } as const;
const plain = { ...today, security: 'none' } as const;
const untrusted = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });
const { tls: _tls, ...withoutTls } = anObservation();

test.each<[string, Observation, { readonly current?: typeof today | typeof plain }, string]>([
  ['it works', anObservation(), { current: today }, 'works'],
  ['nobody said what they are', anObservation(), {}, 'unknown'],
  ['another port works', anObservation({ port: 25 }), { current: today }, 'unknown'],
  ['another host works', anObservation({ host: 'smtp.example.org' }), { current: today }, 'unknown'],
  ['it works with another encryption', anObservation(), { current: plain }, 'unknown'],
  ['it works without, as set', { ...withoutTls, security: 'none' }, { current: plain }, 'works'],
  ['no login is offered', anObservation({ auth: [] }), { current: today }, 'fails'],
  ['its certificate is not trusted', anObservation({ tls: untrusted }), { current: today }, 'fails'],
  ['its port is shut, whatever is spoken there', aFailedConnect({ port: 587 }), { current: plain }, 'fails'],
  [
    'it was stopped before it was known',
    aFailedConnect({ port: 587, outcome: 'cancelled' }),
    { current: today },
    'unknown',
  ],
])('how today’s settings fare: %s', (_how, observation, input, expected) => {
  expect(factsOf([observation], input).current).toBe(expected);
});

test('several servers of one operator are one witness; without a name, each host is one', () => {
  const same = [
    aControl('google.com', { host: 'smtp.gmail.com' }),
    aControl('google.com', { host: 'aspmx.l.google.com' }),
  ];
  const { operator: _operator, ...nameless } = aControl('gmx.net', { host: 'mx00.gmx.net' });
  expect(operatorsOf([...same, nameless])).toEqual(['google.com', 'mx00.gmx.net']);
});

test('only mail servers of others are controls, and only the person’s hosts are own', () => {
  const guessed = { source: 'guess', host: 'smtp.example.org' } as const;
  const evidence = evidenceOf({
    own: { 587: 'open' },
    hosts: [{ host: guessed.host, sources: ['guess'], address: '192.0.2.11', ports: { 587: 'drop' } }],
    large: { 25: 'open' },
    notListening: 'drop',
    byNumber: 'open',
    madeUpName: 'unknown',
  });
  const facts = gatherFacts({
    ...evidence,
    discovery: [...evidence.discovery, entry('guess', guessed.host)],
  });
  expect(new Set(facts.controls.map(({ control }) => control))).toEqual(new Set(['mail']));
  expect(facts.own.map(({ host }) => host)).toEqual(['mail.example.org']);
});

test('port 25 of a host that only receives is no way to send', () => {
  const evidence = evidenceOf({
    own: { 25: 'open', 587: 'open' },
    hosts: [
      { host: 'mx.example.net', sources: ['mx'], address: '192.0.2.9', ports: { 25: 'open', 587: 'open' } },
    ],
  });
  const facts = gatherFacts(evidence);
  expect(facts.submission.map(({ host, port }) => `${host}:${port}`)).toEqual([
    'mail.example.org:25',
    'mail.example.org:587',
    'mx.example.net:587',
  ]);
  expect(facts.outgoing).toHaveLength(4);
});
