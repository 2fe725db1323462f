import { expect, test } from 'vitest';
import { lanesOf, mainHostOf, milestoneOf, stoppedLanes } from '../../../renderer/picture/lanes.ts';
import { laneWords, moreWords } from '../../../renderer/picture/words.ts';
import { attemptsFromEvents, attemptsFromObservations } from '../../../shared/ledger/attempts.ts';
import type { CheckEvent, PlannedProbe } from '../../../shared/model/check.ts';
import type { Stage } from '../../../shared/model/observation.ts';
import { aControl, aFailedConnect, aFinding, anObservation, tlsFacts } from '../../support/builders.ts';

const host = 'mail.example.org';

function planned(port: number, change: Partial<PlannedProbe> = {}): CheckEvent {
  const probe: PlannedProbe = {
    id: `p${port}`,
    protocol: 'smtp',
    host,
    port,
    security: 'starttls',
    role: 'outgoing',
    priority: 0,
    ...change,
  };
  return { type: 'planned', probes: [probe] };
}

function entered(probeId: string, ...stages: Stage[]): CheckEvent[] {
  return stages.map((stage, index) => ({ type: 'progress', probeId, stage, atMs: index }));
}

const lane = (...events: CheckEvent[]) => {
  const [first] = lanesOf(attemptsFromEvents(events));
  if (!first) throw new Error('no lane');
  return first;
};

test.each<[string, readonly Stage[], string]>([
  ['before it begins', [], 'waiting'],
  ['while its name is looked up', ['dns'], 'lookup'],
  ['while it connects', ['dns', 'connect'], 'connecting'],
  ['while it waits for the greeting', ['connect', 'greeting'], 'connected'],
  ['once it is greeted', ['connect', 'greeting', 'ehlo'], 'greeted'],
  ['while TLS is still being set up', ['connect', 'greeting', 'ehlo', 'starttls', 'tls'], 'greeted'],
  ['once TLS is up', ['connect', 'greeting', 'ehlo', 'starttls', 'tls', 'ehlo'], 'encrypted'],
  ['while implicit TLS is being set up', ['connect', 'tls'], 'connected'],
  ['once implicit TLS is up', ['connect', 'tls', 'greeting'], 'encrypted'],
  ['at its end', ['connect', 'greeting', 'ehlo', 'done'], 'login'],
])('a moving lane says how far it is: %s', (_name, stages, milestone) => {
  expect(lane(planned(587), ...entered('p587', ...stages)).milestone).toBe(milestone);
});

test('the line reaches the server only once something connected', () => {
  expect(lane(planned(587), ...entered('p587', 'connect')).place).toBe('computer');
  expect(lane(planned(587), ...entered('p587', 'connect', 'greeting')).place).toBe('server');
});

test('a silent lane is silent until it moves on', () => {
  const silent: CheckEvent = { type: 'progress', probeId: 'p25', stage: 'connect', atMs: 900, silent: true };
  expect(lane(planned(25), ...entered('p25', 'connect'), silent).state).toBe('silent');
  expect(lane(planned(25), silent, ...entered('p25', 'greeting')).state).toBe('moving');
});

test('several hosts at one port are one lane, and the one that works stands for it', () => {
  const attempts = attemptsFromObservations([
    aFailedConnect({ port: 587, host: 'smtp.example.org' }),
    anObservation({ host }),
    aFailedConnect({ port: 587, host: 'example.org', outcome: 'dns-error', stage: 'dns' }),
  ]);
  expect(lanesOf(attempts)).toMatchObject([{ port: 587, host, state: 'works' }]);
});

test('a host that failed does not end a lane on which another is still on its way', () => {
  const failed = aFailedConnect({ port: 587, host: 'smtp.example.org' });
  const events: CheckEvent[] = [
    planned(587, { id: 'one', host: 'smtp.example.org' }),
    planned(587, { id: 'two' }),
    { type: 'observed', probeId: 'one', observation: failed },
    ...entered('two', 'connect'),
  ];
  expect(lane(...events)).toMatchObject({ state: 'moving', host });
});

test('an encrypted way stands before a plain one at the same port', () => {
  const { tls: _tls, ...plain } = anObservation({ security: 'none' });
  const lanes = lanesOf(
    attemptsFromObservations([plain, anObservation({ tls: tlsFacts({ trusted: false }) })]),
  );
  expect(lanes).toMatchObject([{ security: 'starttls', doubt: 'certificate' }]);
});

test('outgoing lanes stand in the order of ports to try, then incoming ones', () => {
  const attempts = attemptsFromObservations([
    anObservation({ role: 'incoming', protocol: 'imap', port: 143 }),
    anObservation({ role: 'incoming', protocol: 'imap', port: 993 }),
    anObservation({ port: 26 }),
    anObservation({ port: 25 }),
    anObservation({ port: 8025 }),
    anObservation({ port: 465 }),
    anObservation({ port: 587 }),
  ]);
  expect(lanesOf(attempts).map(({ port }) => port)).toEqual([587, 465, 25, 26, 8025, 993, 143]);
});

test.each([
  ['plain', anObservation({ security: 'none' }), true],
  ['certificate', anObservation({ tls: tlsFacts({ trusted: false, problem: 'expired' }) }), false],
  ['no-login', anObservation({ auth: [] }), false],
] as const)('a lane that answers with something amiss is doubtful: %s', (doubt, seen, dropTls) => {
  const { tls: _tls, ...withoutTls } = seen;
  const [found] = lanesOf(attemptsFromObservations([dropTls ? withoutTls : seen]));
  expect(found).toMatchObject({ state: 'doubtful', doubt });
});

test('without a verdict a silent port ends somewhere on the way, because nobody knows where', () => {
  const [found] = lanesOf(attemptsFromObservations([aFailedConnect()]));
  expect(found).toMatchObject({ state: 'stuck', place: 'way', isAside: false });
});

test('the verdict says where its proof broke, and says nothing about other lanes', () => {
  const blocked = aFailedConnect({ id: 'blocked' });
  const other = aFailedConnect({ id: 'other', port: 2525 });
  const verdict = aFinding({ code: 'port-25-blocked', evidence: ['blocked'] });
  const places = lanesOf(attemptsFromObservations([blocked, other]), verdict).map(({ place }) => place);
  expect(places).toEqual(['network', 'way']);
});

test('what removes encryption removes it on every port that ends just so', () => {
  const masked = { outcome: 'rejected', stage: 'starttls' } as const;
  const proof = anObservation({
    id: 'proof',
    ...masked,
    error: { code: 'starttls-masked', message: 'XXXX' },
  });
  const alike = anObservation({ port: 2525, ...masked });
  const other = anObservation({ port: 26, outcome: 'reset', stage: 'greeting' });
  const verdict = aFinding({ code: 'starttls-stripped', evidence: ['proof'] });
  const lanes = lanesOf(attemptsFromObservations([proof, alike, other]), verdict);
  expect(lanes.map(({ place }) => place)).toEqual(['network', 'network', 'server']);
  expect(lanes[0] && laneWords(lanes[0])).toBe('Encryption offer overwritten');
});

test('only a host that most ways do not lead to needs naming', () => {
  const lanes = lanesOf(
    attemptsFromObservations([
      anObservation({ host: 'shared.example' }),
      anObservation({ host, port: 25 }),
      anObservation({ host, port: 26 }),
    ]),
  );
  expect(mainHostOf(lanes)).toBe(host);
  expect(mainHostOf([])).toBeNull();
});

test('a server that is down is marked at the server', () => {
  const dead = aFailedConnect({ id: 'dead' });
  const verdict = aFinding({ code: 'server-down', evidence: ['dead'] });
  expect(lanesOf(attemptsFromObservations([dead]), verdict)).toMatchObject([{ place: 'server' }]);
});

test('a refused port of a server that answers elsewhere is set aside, unless it is the verdict’s proof', () => {
  const refused = aFailedConnect({ id: 'no', port: 2525, outcome: 'refused' });
  const lane2525 = (...parameters: Parameters<typeof lanesOf>) =>
    lanesOf(...parameters).find(({ port }) => port === 2525);
  const alive = attemptsFromObservations([refused, anObservation()]);
  expect(lane2525(alive)).toMatchObject({ isAside: true, place: 'server' });
  expect(lane2525(alive, aFinding({ evidence: ['no'] }))).toMatchObject({ isAside: false });
  expect(lane2525(attemptsFromObservations([refused]))).toMatchObject({ isAside: false, place: 'way' });
});

test.each(['captive-portal', 'offline', 'mail-ports-blocked'] as const)(
  'with %s, whatever got no connection ended in the network, though the proof is another',
  (code) => {
    const attempts = attemptsFromObservations([aFailedConnect({ port: 587, outcome: 'refused' })]);
    const verdict = aFinding({ code, evidence: ['portal'] });
    expect(lanesOf(attempts, verdict)).toMatchObject([{ place: 'network', isAside: false }]);
  },
);

test('controls are no lanes', () => {
  const control: CheckEvent = { type: 'observed', probeId: 'a', observation: aControl('gmx.net') };
  expect(lanesOf(attemptsFromEvents([planned(25, { id: 'a', role: 'reference' }), control]))).toEqual([]);
});

test('the server that the mail program uses has a lane of its own, beside a better one at the same port', () => {
  const attempts = attemptsFromObservations([
    aFailedConnect({ host: 'old.example.org', port: 587 }),
    anObservation({ host }),
  ]);
  const spot = { host: 'OLD.example.org', port: 587 };
  expect(lanesOf(attempts, null, [spot]).map((one) => [one.host, one.state])).toEqual([
    ['old.example.org', 'stuck'],
    [host, 'works'],
  ]);
  expect(lanesOf(attempts, null, [{ host, port: 587 }]).map((one) => one.host)).toEqual([host]);
});

test.each([
  ['expired', 'but its certificate has run out'],
  ['self-signed', 'but it made its certificate itself'],
  ['untrusted-issuer', 'but a stranger issued its certificate'],
  ['name-mismatch', 'but with a certificate for another name'],
] as const)('a certificate with a fault is called by its fault: %s', (problem, words) => {
  const [found] = lanesOf(
    attemptsFromObservations([anObservation({ tls: tlsFacts({ trusted: false, problem }) })]),
  );
  expect(found && moreWords(found)).toBe(words);
});

test('a name that does not exist is not blamed on the network', () => {
  const missing = aFailedConnect({
    stage: 'dns',
    outcome: 'dns-error',
    error: { code: 'no-name', message: 'no such name' },
  });
  const [found] = lanesOf(attemptsFromObservations([missing]));
  expect(found).toMatchObject({ place: 'computer' });
  expect(found && moreWords(found)).toBe('');
});

test('pressing Cancel stops what moves and leaves what is known', () => {
  const lanes = lanesOf(
    attemptsFromEvents([
      planned(587),
      planned(25),
      { type: 'observed', probeId: 'p587', observation: anObservation() },
      ...entered('p25', 'connect'),
    ]),
  );
  expect(stoppedLanes(lanes).map(({ state }) => state)).toEqual(['works', 'stopped']);
});

test('what a check left off because it knew enough is not said to be stopped; what the person stopped is', () => {
  const left = anObservation({ outcome: 'cancelled', stage: 'connect' });
  const lanes = lanesOf(attemptsFromObservations([left]));
  expect(lanes.map(laneWords)).toEqual(['Not needed any more']);
  expect(stoppedLanes(lanes).map(laneWords)).toEqual(['Stopped']);
});

test('who turned away is said once', () => {
  const [found] = lanesOf(
    attemptsFromObservations([anObservation({ outcome: 'rejected', stage: 'greeting' })]),
  );
  expect(found && laneWords(found)).toBe('Turned away by the server');
  expect(found && moreWords(found)).toBe('');
});

test('an observation that no plan announced still gets its lane', () => {
  const event: CheckEvent = { type: 'observed', probeId: 'late', observation: anObservation() };
  expect(lane(event)).toMatchObject({ port: 587, state: 'works' });
});

test.each([
  ['login', anObservation()],
  ['encrypted', anObservation({ auth: [] })],
  ['greeted', greetedOnly()],
  ['connecting', aFailedConnect()],
  ['lookup', aFailedConnect({ stage: 'dns', outcome: 'dns-error' })],
])('an ended attempt came as far as: %s', (milestone, seen) => {
  expect(milestoneOf(seen)).toBe(milestone);
});

test('every way to end has its words', () => {
  const stages: Stage[] = ['dns', 'connect', 'tls', 'greeting', 'ehlo', 'starttls', 'done'];
  for (const outcome of ['timeout', 'refused', 'reset', 'closed', 'rejected', 'tls-error'] as const) {
    for (const stage of stages) {
      const [found] = lanesOf(attemptsFromObservations([anObservation({ outcome, stage })]));
      if (!found) expect.unreachable();
      expect(laneWords(found)).toMatch(/^[A-Z][a-z]/);
      expect(moreWords(found)).not.toMatch(/wizard\./);
    }
  }
});

function greetedOnly() {
  const { tls: _tls, auth: _auth, ...rest } = anObservation({ outcome: 'reset', stage: 'starttls' });
  return rest;
}

test('a server for receiving is named where one there shows a certificate for another name', () => {
  const receiving = { role: 'incoming', protocol: 'imap', port: 993, security: 'tls' } as const;
  const mismatch = tlsFacts({ trusted: false, problem: 'name-mismatch', problems: ['name-mismatch'] });
  const ofAnother = anObservation({ ...receiving, id: 'in-1', host, tls: mismatch });
  const own = anObservation({ ...receiving, id: 'in-2', host: 'shared42.hosting.example', tls: tlsFacts() });
  const named = (...seen: Parameters<typeof attemptsFromObservations>[0][number][]) =>
    lanesOf(attemptsFromObservations(seen)).map((one) => [one.host, one.state, one.isNamed]);
  expect(named(ofAnother, own)).toEqual([['shared42.hosting.example', 'works', true]]);
  expect(named(own, ofAnother)).toEqual([['shared42.hosting.example', 'works', true]]);
  expect(named(ofAnother)).toEqual([[host, 'doubtful', true]]);
  expect(named(own)).toEqual([['shared42.hosting.example', 'works', false]]);
  // For sending, each marked host has a lane of its own.
  expect(named(anObservation({ host, tls: mismatch }))).toEqual([[host, 'doubtful', false]]);
});
