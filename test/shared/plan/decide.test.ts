import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/ledger/facts.ts';
import type { State } from '../../../shared/ledger/state.ts';
import type { CheckInput, DiscoveryEntry } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { circumstances, decide, standstill } from '../../../shared/plan/decide.ts';
import type { Move } from '../../../shared/plan/moves.ts';
import { aControl, aFailedConnect, anObservation } from '../../support/builders.ts';
import { livingLine, mute, muteInTls } from '../diagnose/world.ts';
import { aPlannedProbe, stateAfter } from '../ledger/a-ledger.ts';

type Told = Parameters<typeof stateAfter>[0][number];

const asked: Told = { type: 'sources-asked', nearby: 1, web: 1 };
const nearbyEnded: Told = { type: 'source-ended', kind: 'nearby' };
const webEnded: Told = { type: 'source-ended', kind: 'web' };
/** A name server has answered, the head start of published settings is over, and nothing waits for a moment. */
const underWay: Told[] = [
  asked,
  { type: 'time-passed', atMs: 1000 },
  { type: 'look-up-begun', host: 'example.org' },
  { type: 'looked-up', host: 'example.org', again: false, outcome: 'no-data', addresses: [], elapsedMs: 20 },
];
const server = { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' } as const;
const published: DiscoveryEntry = {
  source: 'srv',
  asked: '_submission._tcp.example.org',
  outcome: 'found',
  elapsedMs: 20,
  servers: [{ ...server, role: 'outgoing' }],
};
const guessedReceiving: Told = {
  type: 'source-answered',
  entry: {
    ...published,
    source: 'guess',
    servers: [{ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', role: 'incoming' }],
  },
};
const lookedUpReceiving = (...addresses: { ipAddress: string; family: 4 }[]): Told[] => [
  { type: 'look-up-begun', host: 'imap.example.org' },
  {
    type: 'looked-up',
    host: 'imap.example.org',
    again: false,
    outcome: addresses.length > 0 ? 'found' : 'no-data',
    addresses,
    elapsedMs: 20,
  },
];
const onlySendingPublished = (...lookedUp: Told[]): Told[] => [
  ...[...underWay, guessedReceiving, ...lookedUp, ...works, nearbyEnded, webEnded],
];
const receivedElsewhere: Told = {
  type: 'source-answered',
  entry: {
    ...published,
    servers: [],
    provider: { name: 'x', closed: { instead: 'forwarding', receiver: 'mx.example.net' } },
  },
};
const found: Told[] = [
  { type: 'source-answered', entry: published },
  { type: 'look-up-begun', host: 'mail.example.org' },
  {
    type: 'looked-up',
    host: 'mail.example.org',
    again: false,
    outcome: 'found',
    addresses: [{ ipAddress: '192.0.2.10', family: 4 }],
    elapsedMs: 20,
  },
];
/** 587 was tried and works; nothing else is to be tried, and the person knows. */
const works: Told[] = [
  ...found,
  {
    type: 'probe-planned',
    probe: aPlannedProbe(),
    key: 'outgoing smtp://mail.example.org:587/starttls #1 any',
  },
  { type: 'stage-entered', probeId: 'p1', stage: 'connect' },
  { type: 'observed', probeId: 'p1', observation: anObservation() },
  { type: 'probe-ended', probeId: 'p1' },
  { type: 'usable', server: { ...server, auth: 'password-cleartext', username: '', source: 'srv' } },
];
/** 587 is mute, and somebody else answers the connectivity check. */
const signInPage: Told[] = [
  ...found,
  {
    type: 'probe-planned',
    probe: aPlannedProbe(),
    key: 'outgoing smtp://mail.example.org:587/starttls #1 any',
  },
  { type: 'stage-entered', probeId: 'p1', stage: 'greeting' },
  { type: 'server-mute', probeId: 'p1', stage: 'greeting', at: { ipAddress: '192.0.2.10', family: 4 } },
  {
    type: 'observed',
    probeId: 'p2',
    observation: anObservation({
      role: 'portal',
      protocol: 'http',
      port: 80,
      web: { status: 302, isExpected: false },
      tls: undefined,
    }),
  },
];
const imapWaits: Told = {
  type: 'probe-planned',
  probe: aPlannedProbe({ id: 'p3', role: 'incoming', protocol: 'imap', port: 993, security: 'tls' }),
  key: 'incoming imap://mail.example.org:993/tls #1 any',
};
/** Names are found, and nobody is reached: neither the person's server, nor the web, nor others. */
const nobody: Told[] = [
  ...found,
  ...[
    { role: 'outgoing', host: 'mail.example.org' },
    { role: 'portal', host: 'detectportal.firefox.com', port: 80 },
    { role: 'reference', control: 'mail', host: 'smtp.gmail.com', operator: 'google.com' },
    { role: 'reference', control: 'mail', host: 'mail.gmx.net', operator: 'gmx.net' },
  ].map(
    (o, index): Told => ({
      type: 'observed',
      probeId: `p${index}`,
      observation: aFailedConnect({ ...(o as Partial<Observation>), witnessed: false }),
    }),
  ),
];
const lastTiers: Told[] = [
  { type: 'tier-opened', tier: 2 },
  { type: 'tier-opened', tier: 3 },
];
const noted: Told = {
  type: 'probe-planned',
  probe: aPlannedProbe({ id: 'p9' }),
  key: 'unresolvable example.org',
};
const looked: Told[] = [{ type: 'network-look-begun' }, { type: 'network-looked-at' }];
/** Everything is tried, and no host was found. */
const nobodyReached: Told[] = [
  ...underWay,
  nearbyEnded,
  webEnded,
  ...lastTiers,
  noted,
  { type: 'probe-ended', probeId: 'p9' },
];
const here: Told = {
  type: 'here-look-begun',
  about: JSON.stringify({ names: [], unanswered: [], connections: [], isProxyWanted: true }),
};
/** Where the connectivity check was led was looked into, and this computer has no part in it. */
const signLookedInto: Told[] = [
  {
    type: 'here-look-begun',
    about: JSON.stringify({
      names: [{ host: 'mail.example.org', addresses: ['192.0.2.10'] }],
      unanswered: [],
      connections: [],
      isProxyWanted: false,
    }),
  },
  { type: 'here-looked-into', here: [] },
];
/** 465 greeted after nine seconds and works; 587 is as slow. */
const slow: Told[] = [
  ...signInPage.slice(0, -1),
  {
    type: 'probe-planned',
    probe: aPlannedProbe({ id: 'p9', port: 465, security: 'tls' }),
    key: 'outgoing smtp://mail.example.org:465/tls #1 any',
  },
  {
    type: 'observed',
    probeId: 'p9',
    observation: anObservation({ port: 465, security: 'tls', timings: { connect: 20, greeting: 9_000 } }),
  },
  { type: 'probe-ended', probeId: 'p9' },
];
const muteEverywhere: Told[] = [
  anObservation({ ...mute, port: 587 }),
  anObservation({ ...muteInTls, port: 465, security: 'tls' }),
  ...['google.com', 'gmx.net'].map((operator) => aControl(operator, { port: 587 })),
  ...livingLine,
].map((observation, index) => ({ type: 'observed', probeId: `m${index}`, observation }));
const lost: Told = { type: 'network-gone', atMs: 2000 };
const disturbed: Told = {
  type: 'disturbed',
  disturbance: { kind: 'asleep', fromMs: 100, untilMs: 900 },
};
const moved: Told = {
  type: 'disturbed',
  disturbance: { kind: 'other-network', fromMs: 100, untilMs: 900 },
};

/** No name server answers, and an address is reached by number. */
const nameless: Told[] = [
  asked,
  { type: 'look-up-begun', host: 'example.org' },
  {
    type: 'looked-up',
    host: 'example.org',
    again: false,
    outcome: 'no-answer',
    addresses: [],
    elapsedMs: 4000,
    atMs: 4000,
  },
  {
    type: 'source-answered',
    entry: { source: 'mx', asked: 'example.org', outcome: 'no-answer', elapsedMs: 4000, servers: [] },
  },
  { type: 'probe-planned', probe: aPlannedProbe({ id: 'p8' }), key: 'by number' },
  {
    type: 'observed',
    probeId: 'p8',
    observation: anObservation({
      role: 'reference',
      control: 'well-known-address',
      host: '1.1.1.1',
      startedMs: 1_000,
    }),
  },
];

/** The same, where the line was dead until somebody was heard at this time. */
function deadUntil(startedMs: number): Told[] {
  return nameless.map((fact) =>
    fact.type === 'observed'
      ? { ...fact, observation: { ...fact.observation, startedMs, timings: { connect: 40 }, elapsedMs: 40 } }
      : fact,
  );
}

const swallowed = deadUntil(4_500);

const narrow: Partial<CheckInput> = { ports: [587], incoming: false, references: false };

/** What is done then, in short. */
function decided(facts: readonly Told[], change: Partial<CheckInput> = narrow): string[] {
  return decide(stateAfter(facts, change)).map(inShort);
}

function inShort(move: Move): string {
  switch (move.do) {
    case 'look-up':
      return `look-up ${move.host}${move.again ? ' again' : ''}`;
    case 'probe':
      return `probe ${move.proposal.host}:${move.proposal.port}`;
    case 'note-look-up':
      return `note-look-up ${move.probe.host}`;
    case 'wait-until':
      return `wait-until ${move.atMs}`;
    case 'open-tier':
      return `open-tier ${move.tier}${move.role ? ` ${move.role}` : ''}`;
    case 'begin-anew':
      return `begin-anew${move.isAskedAnew ? ', asking anew' : ''}`;
    default:
      return move.do;
  }
}

test.each<[string, readonly Told[], string[]]>([
  ['nothing is known', [], ['ask-sources']],
  ['the sources are asked', [asked], ['wait-until 150', 'wait-until 1000', 'look-up example.org']],
  [
    'the same, once it waits and looks up',
    [
      asked,
      { type: 'waiting', untilMs: 150 },
      { type: 'waiting', untilMs: 1000 },
      { type: 'look-up-begun', host: 'example.org' },
    ],
    [],
  ],
  ['a server is named', [...underWay, ...found.slice(0, 1)], ['look-up mail.example.org']],
  ['it is being looked up', [...underWay, ...found.slice(0, 2)], []],
  ['it has an address', [...underWay, ...found], ['probe mail.example.org:587']],
  ['a probe is under way', [...underWay, ...works.slice(0, 5)], []],
  ['one works, and nobody was told', [...underWay, ...works.slice(0, -1)], ['tell-usable']],
  ['one works, and sources are silent', [...underWay, ...works], ['hurry-sources']],
  ['they are hurried already', [...underWay, ...works, { type: 'sources-hurried' }], []],
  [
    'one works, and everybody has answered',
    [...underWay, ...works, nearbyEnded, webEnded],
    ['look-at-network'],
  ],
  [
    'the network is being looked at',
    [...underWay, ...works, nearbyEnded, webEnded, { type: 'network-look-begun' }],
    [],
  ],
  ['it was looked at', [...underWay, ...works, nearbyEnded, webEnded, ...looked], ['end']],
  ['no host is named, and DNS is silent', [...underWay], ['open-tier 2']],
  ['neither is a usual name', [...underWay, nearbyEnded, { type: 'tier-opened', tier: 2 }], ['open-tier 3']],
  ['a page is late', [...underWay, nearbyEnded, ...lastTiers], ['wait-until 9500']],
  ['no host was found', [...underWay, nearbyEnded, webEnded, ...lastTiers], ['note-look-up example.org']],
  [
    'that is noted',
    [...underWay, nearbyEnded, webEnded, ...lastTiers, noted, { type: 'probe-ended', probeId: 'p9' }],
    ['look-at-network'],
  ],
  [
    'nobody outside was reached, and it was looked at the network',
    [...nobodyReached, ...looked],
    ['look-here'],
  ],
  ['this computer is being looked into', [...nobodyReached, ...looked, here], []],
  [
    'it was looked into',
    [...nobodyReached, ...looked, here, { type: 'here-looked-into', here: [] }],
    ['end'],
  ],
  ['no name is answered, and the line is alive', nameless, ['note-look-up example.org']],
  [
    'nobody else was heard all the time either, and somebody is now: the question is put once more',
    swallowed,
    ['open-tier 2', 'look-up example.org again'],
  ],
  [
    'somebody was heard only when the question was not put again any more: it is put once more',
    deadUntil(3_500),
    ['open-tier 2', 'look-up example.org again'],
  ],
  [
    'somebody was heard before it was put for the last time: nothing is asked twice',
    deadUntil(2_600),
    ['note-look-up example.org'],
  ],
  [
    'another name was answered meanwhile: the line lived, and nothing is asked twice',
    [...swallowed, ...found.slice(1)],
    ['open-tier 2'],
  ],
  ['that is noted, and only at the network is looked once more', [...nameless, noted], ['look-at-network']],
  ['nothing else is asked', [...nameless, noted, ...looked], ['end']],
  ['the network is gone', [...underWay, ...found, lost], ['stop']],
  ['all is stopped', [...underWay, ...found, lost, { type: 'stopped' }], ['wait-until 7000']],
  [
    'it stays away',
    [...underWay, lost, { type: 'stopped' }, { type: 'time-passed', atMs: 7000 }],
    ['begin-anew, asking anew'],
  ],
  ['the computer slept while sources were silent', [...underWay, disturbed], ['begin-anew, asking anew']],
  ['it slept after they had answered', [...underWay, nearbyEnded, webEnded, disturbed], ['begin-anew']],
  ['the network is another one', [...underWay, nearbyEnded, webEnded, moved], ['begin-anew, asking anew']],
  ['the person ends it', [...underWay, ...found, { type: 'interrupted' }], ['end']],
  [
    'the person ends it while a probe speaks',
    [...underWay, ...works.slice(0, 5), { type: 'interrupted' }],
    [],
  ],
  ['it is over', [...underWay, ...found, { type: 'over' }], []],
  [
    'a sign-in page stands before the network, unless this computer itself leads there',
    [...underWay, ...signInPage, ...looked],
    ['look-here'],
  ],
  ['it does not', [...underWay, ...signInPage, ...looked, ...signLookedInto], ['end']],
  [
    'a sign-in page, and a port that waits for the place which the mute one holds',
    [...underWay, ...signInPage, imapWaits, ...looked, ...signLookedInto],
    ['end'],
  ],
  [
    'the service lets no mail program in',
    [
      asked,
      {
        type: 'source-answered',
        entry: { ...published, servers: [], provider: { name: 'x', closed: { instead: 'own-app' } } },
      },
    ],
    ['end'],
  ],
  [
    'the service that receives the mail lets no program in: the domain’s own places are waited for',
    [asked, receivedElsewhere],
    ['wait-until 3000'],
  ],
  ['and not for long', [asked, receivedElsewhere, { type: 'time-passed', atMs: 4000 }], ['hurry-sources']],
  ['nor any longer than they take', [asked, receivedElsewhere, webEnded, nearbyEnded], ['end']],
])('%s', (_what, facts, moves) => {
  expect(decided(facts)).toEqual(moves);
});

test('a sign-in page may be this computer’s own doing, which is looked into once before the end', () => {
  const failed = anObservation({
    outcome: 'timeout',
    stage: 'greeting',
    greeting: undefined,
    tls: undefined,
  });
  const gaveUp: Told[] = [
    ...underWay,
    ...signInPage,
    { type: 'observed', probeId: 'p1', observation: failed },
    { type: 'probe-ended', probeId: 'p1' },
    ...looked,
  ];
  expect(decided(gaveUp)).toEqual(['look-here']);
  const [look] = decide(stateAfter(gaveUp, narrow));
  if (look?.do !== 'look-here') throw new Error('nothing is looked into');
  expect(look.doubts.names).toEqual([{ host: failed.host, addresses: [failed.address] }]);
  const looking: Told[] = [...gaveUp, { type: 'here-look-begun', about: look.about }];
  expect(decided(looking), 'nothing else is asked meanwhile').toEqual([]);
  expect(decided([...looking, { type: 'here-looked-into', here: [] }])).toEqual(['end']);
});

test('a second look at DNS where the only addresses known lead nowhere', () => {
  const failed = anObservation({ outcome: 'unreachable', stage: 'connect', timings: {} });
  const nowhere: Told[] = [
    ...underWay,
    ...works.slice(0, 5),
    { type: 'observed', probeId: 'p1', observation: failed },
    { type: 'probe-ended', probeId: 'p1' },
  ];
  expect(decided(nowhere)).toEqual(['look-up mail.example.org again']);
  const again: Told[] = [
    { type: 'look-up-begun', host: 'mail.example.org' },
    {
      type: 'looked-up',
      host: 'mail.example.org',
      again: true,
      outcome: 'found',
      addresses: [
        { ipAddress: '192.0.2.10', family: 4 },
        { ipAddress: '2001:db8::1', family: 6 },
      ],
      elapsedMs: 20,
    },
  ];
  expect(decided([...nowhere, ...again])).toEqual(['probe mail.example.org:587']);
});

test('that DNS did not speak of IPv4 addresses, asked twice, is noted once', () => {
  const halfHeard = (again: boolean, unheard?: 4): Told => ({
    type: 'looked-up',
    host: 'mail.example.org',
    again,
    outcome: 'found',
    addresses: [{ ipAddress: '2001:db8::1', family: 6 }],
    ...(unheard && { unheard }),
    elapsedMs: 20,
  });
  const failed = anObservation({ outcome: 'unreachable', stage: 'connect', timings: {}, family: 6 });
  const asked = (unheard?: 4): Told[] => [
    ...underWay,
    ...works.slice(0, 2),
    halfHeard(false, 4),
    ...works.slice(3, 5),
    { type: 'observed', probeId: 'p1', observation: failed },
    { type: 'probe-ended', probeId: 'p1' },
    { type: 'look-up-begun', host: 'mail.example.org' },
    halfHeard(true, unheard),
  ];
  const isNoted = (facts: readonly Told[]) => decided(facts).includes('note-look-up mail.example.org');
  expect(isNoted(asked(4))).toBe(true);
  expect(isNoted(asked())).toBe(false);
  const noted = aPlannedProbe({ id: 'p2' });
  expect(
    isNoted([...asked(4), { type: 'probe-planned', probe: noted, key: 'half heard of mail.example.org' }]),
  ).toBe(false);
});

test('a silent DNS is noticed, and addresses that need none are asked', () => {
  const silent: Fact[] = [
    { type: 'sources-asked', nearby: 1, web: 0, atMs: 0 },
    { type: 'look-up-begun', host: 'example.org', atMs: 0 },
  ];
  const withControls = { ports: [587], incoming: false };
  expect(decided([...silent, { type: 'time-passed', atMs: 999 }], withControls)).not.toContain(
    'look-up 1.1.1.1',
  );
  expect(decided([...silent, { type: 'time-passed', atMs: 1000 }], withControls)).toEqual(
    expect.arrayContaining(['look-up 1.1.1.1', 'look-up made-up.example.']),
  );
});

test('nobody is reached: that is waited for until nine seconds have passed, and this computer looked into before the end', () => {
  const waits = decide(stateAfter([...underWay, ...nobody], narrow));
  expect(waits).toContainEqual({ do: 'wait-until', atMs: 9_000 });
  const waited: Told[] = [...underWay, ...nobody, { type: 'time-passed', atMs: 9_000 }];
  expect(decided(waited), 'it may be lost by now').toEqual(['look-at-network']);
  expect(decided([...waited, ...looked])).toEqual(['look-here']);
});

describe('published is only where mail is sent, and where it is received is guessed', () => {
  const withReceiving = { ...narrow, incoming: true };

  test('the guess is tried once everybody has answered, however early sending worked, and for receiving alone', () => {
    const facts = onlySendingPublished(...lookedUpReceiving({ ipAddress: '192.0.2.20', family: 4 }));
    expect(decided(facts, withReceiving)).toEqual(['open-tier 2 incoming']);
    const opened: Told = { type: 'tier-opened', tier: 2, role: 'incoming' };
    const probes = [143, 110, 995, 993].map((port) => `probe imap.example.org:${port}`);
    expect(decided([...facts, opened], withReceiving)).toEqual(probes);
  });

  test('not where it leads nowhere, nor where nobody asks about receiving', () => {
    expect(decided(onlySendingPublished(...lookedUpReceiving()), withReceiving)).toEqual(['look-at-network']);
    const found = onlySendingPublished(...lookedUpReceiving({ ipAddress: '192.0.2.20', family: 4 }));
    expect(decided(found)).toEqual(['look-at-network']);
  });
});

test('every row of both tables decides somewhere', () => {
  const end: Told[] = [...underWay, ...works, nearbyEnded, webEnded];
  const states: State[] = [
    [],
    nameless,
    [{ type: 'over' }],
    [{ type: 'interrupted' }],
    [asked],
    [...underWay, ...signInPage],
    [...underWay, ...nobody, { type: 'time-passed', atMs: 9000 }],
    [...underWay, ...slow, { type: 'time-passed', atMs: 12_000 }],
    [...underWay, ...muteEverywhere, { type: 'time-passed', atMs: 11_600 }],
    [
      {
        type: 'source-answered',
        entry: { ...published, servers: [], provider: { name: 'x', closed: { instead: 'own-app' } } },
      },
    ],
    [asked, receivedElsewhere],
    [asked, disturbed],
    [asked, lost],
    [asked, lost, { type: 'stopped' }],
    [asked, lost, { type: 'stopped' }, { type: 'time-passed', atMs: 9000 }],
    [...underWay, ...works],
    [...underWay, ...lastTiers],
    [asked, { type: 'source-ended', kind: 'nearby' }, ...lastTiers],
    [...underWay, nearbyEnded, ...lastTiers],
    [...underWay, nearbyEnded],
    [...underWay, nearbyEnded, webEnded, ...lastTiers],
    end,
    [...end, { type: 'network-look-begun' }],
    [...end, ...looked],
    [...nobodyReached, ...looked],
    onlySendingPublished(...lookedUpReceiving({ ipAddress: '192.0.2.20', family: 4 })),
  ].map((facts) => stateAfter(facts as Told[], { ...narrow, incoming: true }));
  for (const table of [circumstances, standstill]) {
    const deciding = new Set(states.map((state) => table.find(({ holds }) => holds(state))));
    expect(table.filter((row) => !deciding.has(row)).map(({ why }) => why)).toEqual([]);
  }
});
