import { expect, test } from 'vitest';
import type { Family } from '../../../shared/model/family.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { builtInReferences } from '../../../shared/model/references.ts';
import { planControls, wantsMadeUpName } from '../../../shared/plan/controls.ts';
import type { ControlState } from '../../../shared/plan/doubts.ts';
import { aCheckInput, aControl, aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';

function state(observations: Observation[], change: Partial<ControlState> = {}): ControlState {
  return {
    input: aCheckInput(),
    references: builtInReferences,
    observations,
    onlyFamilyOf: () => undefined,
    silent: [],
    isLookupFailing: false,
    isEveryGuessFound: false,
    unheardSinceMs: null,
    ...change,
  };
}

function asked(controls: ControlState): string[] {
  return planControls(controls).map((p) => `${p.host}:${p.port}/${p.security}`);
}

const healthy = [
  anObservation({ port: 587 }),
  anObservation({ port: 465, security: 'tls' }),
  anObservation({ port: 25 }),
];

test('while everything of the user’s own works, nobody else is contacted', () => {
  expect(asked(state(healthy))).toEqual([]);
  expect(wantsMadeUpName(state(healthy))).toBe(false);
});

test('a silent port 25 is compared at two large operators and a small one before it has even timed out', () => {
  const silent = [{ protocol: 'smtp', host: 'mail.example.org', port: 25, security: 'starttls' }] as const;
  expect(asked(state([], { silent }))).toEqual([
    'smtp.gmail.com:25/none',
    'mail.gmx.net:25/none',
    'posteo.de:25/none',
    'detectportal.firefox.com:80/none',
  ]);
});

test('whoever is the person’s own provider is nobody to compare it with, and the next one is asked', () => {
  const silent = (host: string) => [{ protocol: 'smtp', host, port: 25, security: 'starttls' }] as const;
  expect(asked(state([], { silent: silent('SMTP.gmail.com') }))).toEqual([
    'mail.gmx.net:25/none',
    'smtp.office365.com:25/none',
    'posteo.de:25/none',
    'detectportal.firefox.com:80/none',
  ]);
  expect(asked(state([aFailedConnect({ host: 'posteo.de', port: 587 })]))).not.toContain(
    'posteo.de:587/none',
  );
  expect(asked(state([aFailedConnect({ host: 'mx00.gmx.net', port: 587 })]))).not.toContain(
    'mail.gmx.net:587/none',
  );
});

test('where port 25 and the web both fail, another port of the controls shows whether strangers are reached at all', () => {
  const own = aFailedConnect({ port: 25 });
  const web = (change: Partial<Observation>): Observation =>
    anObservation({
      role: 'portal',
      protocol: 'http',
      host: 'detectportal.firefox.com',
      port: 80,
      ...change,
    });
  const overIpv6 = [aFailedConnect({ port: 25, family: 6 }), anObservation({ port: 25, family: 4 })];

  expect(asked(state([own, web({ outcome: 'ok' })]))).not.toContain('smtp.gmail.com:587/none');
  expect(asked(state([web({ outcome: 'timeout' })]))).not.toContain('smtp.gmail.com:587/none');
  expect(asked(state([own, web({ outcome: 'timeout' })]))).toEqual(
    expect.arrayContaining(['smtp.gmail.com:587/none', 'mail.gmx.net:587/none', 'posteo.de:587/none']),
  );
  const six = planControls(state([...overIpv6, web({ outcome: 'timeout' })]));
  expect(six.filter(({ port, family }) => port === 587 && family === 6)).toHaveLength(3);
});

test('a third large operator settles a disagreement between two', () => {
  const own = aFailedConnect({ port: 25 });
  const agree = [
    own,
    aControl('google.com', { port: 25, outcome: 'timeout' }),
    aControl('gmx.net', { port: 25, outcome: 'timeout' }),
  ];
  const differ = [
    own,
    aControl('google.com', { port: 25, outcome: 'timeout' }),
    aControl('gmx.net', { port: 25 }),
  ];
  expect(asked(state(agree))).not.toContain('smtp.office365.com:25/none');
  expect(asked(state(differ))).toContain('smtp.office365.com:25/none');
});

test('an operator that fails over one address family and is reached over the other is not at odds with another', () => {
  const overBoth = [
    aFailedConnect({ port: 25 }),
    aControl('google.com', { port: 25, outcome: 'timeout', family: 6 }),
    aControl('google.com', { port: 25, family: 4 }),
    aControl('gmx.net', { port: 25 }),
  ];
  expect(asked(state(overBoth))).not.toContain('smtp.office365.com:25/none');
});

test('465 is compared with TLS, as it cannot speak otherwise', () => {
  expect(asked(state([aFailedConnect({ port: 465, security: 'tls' })]))).toContain('smtp.gmail.com:465/tls');
});

test('a connection to 25 that came second in a race and was dropped unheard is no reason to ask strangers', () => {
  const dropped = anObservation({ port: 25, family: 4, outcome: 'cancelled', stage: 'connect' });
  expect(asked(state([...healthy, dropped]))).toEqual([]);
});

test('a connectivity check that another address answered is not taken for a failing one', () => {
  const silent = [{ protocol: 'smtp', host: 'mail.example.org', port: 25, security: 'starttls' }] as const;
  const portal = (outcome: 'ok' | 'cancelled' | 'timeout') =>
    anObservation({ role: 'portal', protocol: 'http', port: 80, security: 'none', outcome });
  const byNumber = (observations: Observation[]) =>
    asked(state([...healthy, ...observations], { silent: [...silent] })).filter((name) =>
      /^1\.1\.1\.1/.test(name),
    );
  expect(byNumber([portal('ok'), portal('cancelled')])).toEqual([]);
  expect(byNumber([portal('timeout')])).toHaveLength(1);
});

test('port 25 that greets under another name than 587 is compared with a host that has no port 25', () => {
  const odd = [
    anObservation({ port: 587 }),
    anObservation({ port: 25, greeting: 'relay.isp.example ESMTP' }),
  ];
  expect(asked(state(odd))).toContain('example.com:25/none');
});

test('a stranger on 587 as well does not hide the one on 25: the third port has another name', () => {
  const relay = (port: number): Observation =>
    anObservation({
      port,
      greeting: 'relay.isp.example ESMTP',
      outcome: 'rejected',
      stage: 'starttls',
      error: { code: 'starttls-not-offered', message: '' },
    });
  const own = anObservation({ port: 465, security: 'tls' });

  expect(asked(state([relay(25), relay(587), own]))).toContain('example.com:25/none');
  expect(asked(state([relay(25), relay(587)]))).not.toContain('example.com:25/none');
});

test('a certificate nobody vouches for is compared with other operators’ certificates', () => {
  const odd = anObservation({
    tls: tlsFacts({ trusted: false, problem: 'untrusted-issuer', problems: ['untrusted-issuer'] }),
  });
  expect(asked(state([odd]))).toEqual(
    expect.arrayContaining(['smtp.gmail.com:465/tls', 'smtp.gmail.com:587/starttls']),
  );
});

test('a name mismatch alone is the server’s own affair', () => {
  const odd = anObservation({
    tls: tlsFacts({ trusted: false, problem: 'name-mismatch', problems: ['name-mismatch'] }),
  });
  expect(asked(state([odd]))).toEqual([]);
});

test('a port that is silent over IPv4 only is compared over IPv4', () => {
  const silent = [
    { protocol: 'smtp', host: 'mail.example.org', port: 25, security: 'starttls', family: 4 },
  ] as const;
  const overIpv6 = anObservation({ port: 25, family: 6 });
  const all = planControls(state([overIpv6], { silent }));
  expect(all.filter((p) => p.role === 'portal' && p.family === 4)).toHaveLength(1);
  const controls = all.filter((p) => p.control === 'mail');
  expect(controls.map(({ host, port, family }) => `${host}:${port} v${family}`)).toEqual([
    'smtp.gmail.com:25 v4',
    'mail.gmx.net:25 v4',
    'posteo.de:25 v4',
  ]);
});

test('IPv6 that fails on every port is compared on one', () => {
  const observations = [25, 465, 587].flatMap((port) => [
    anObservation({ port }),
    aFailedConnect({ port, family: 6, address: '2001:db8::1' }),
  ]);
  const controls = planControls(state(observations)).filter((p) => p.control === 'mail');
  expect(new Set(controls.map(({ port, family }) => `${port} v${family}`))).toEqual(new Set(['587 v6']));
});

test('dead DNS is compared with addresses reached by number', () => {
  expect(asked(state([], { isLookupFailing: true }))).toEqual([
    'detectportal.firefox.com:80/none',
    '1.1.1.1:443/none',
    '8.8.8.8:443/none',
  ]);
});

test('--no-references contacts nobody, whatever fails', () => {
  const input = aCheckInput({ references: false });
  const failing = state([aFailedConnect({ port: 25 })], { input, isLookupFailing: true });
  expect(asked(failing)).toEqual([]);
  expect(wantsMadeUpName(failing)).toBe(false);
});

test('silence that nobody else’s answer frames is witnessed by one more connectivity check', () => {
  const early = anObservation({ startedMs: 0, elapsedMs: 300 });
  expect(asked(state([early], { unheardSinceMs: 1200 }))).toEqual(['detectportal.firefox.com:80/none']);
  expect(asked(state([early], { unheardSinceMs: 200 }))).toEqual([]);
});

test('a witness that was as silent six times is not asked again: the check has to end', () => {
  const portal = aFailedConnect({
    role: 'portal',
    protocol: 'http',
    host: 'detectportal.firefox.com',
    port: 80,
  });
  const own = aFailedConnect({ port: 993, role: 'incoming', protocol: 'imap' });
  const witnesses = (times: number): number =>
    planControls(state([own, ...Array<Observation>(times).fill(portal)], { unheardSinceMs: 90_000 })).filter(
      ({ asking }) => asking === times + 1,
    ).length;

  expect(witnesses(5)).toBe(1);
  expect(witnesses(6)).toBe(0);
});

test('over IPv6, by which this computer has no way out, a witness fails each time that it answers over IPv4', () => {
  const portal = { role: 'portal', protocol: 'http', host: 'detectportal.firefox.com', port: 80 } as const;
  const heard = anObservation({ ...portal, elapsedMs: 80 });
  const lost = aFailedConnect({ ...portal, family: 6, outcome: 'unreachable' });
  const seen = [1, 2, 3, 4, 5, 6].flatMap(() => [heard, lost]);
  expect(planControls(state(seen, { unheardSinceMs: 90_000 })).map(({ asking }) => asking)).toContain(13);
});

test('strangers that failed while nobody was heard are asked once more, over the same family, when somebody is heard again', () => {
  const own = aFailedConnect({ port: 587, witnessed: true });
  const stranger = (witnessed: boolean, startedMs = 0): Observation =>
    aControl('gmail.com', {
      outcome: 'timeout',
      port: 587,
      security: 'none',
      witnessed,
      startedMs,
      elapsedMs: 3000,
    });
  const heard = anObservation({ role: 'portal', port: 80, startedMs: 8500, elapsedMs: 200 });
  const again = (...observations: Observation[]) =>
    planControls(state([own, ...observations])).filter((p) => p.asking === 2 && p.role === 'reference');

  expect(again(stranger(false), heard)).toEqual([
    expect.objectContaining({
      host: 'smtp.gmail.com',
      port: 587,
      family: 4,
      control: 'mail',
      operator: 'google.com',
    }),
  ]);
  expect(again(stranger(false))).toEqual([]);
  expect(again(stranger(true), heard)).toEqual([]);
  expect(again(stranger(false), stranger(false, 5000), heard)).toEqual([]);
});

test('a provider that has every usual name is no proof, but reason to ask for a made-up one', () => {
  expect(wantsMadeUpName(state(healthy, { isEveryGuessFound: true }))).toBe(true);
});

test('a failing incoming server alone contacts nobody', () => {
  expect(
    asked(state([...healthy, aFailedConnect({ role: 'incoming', protocol: 'imap', port: 143 })])),
  ).toEqual([]);
});

test('where port 25 fails over IPv4 and strangers were reached over IPv6 only, one is reached over IPv4 too', () => {
  const overIpv4 = (observations: Observation[], change: Partial<ControlState> = {}) =>
    planControls(state(observations, change)).filter((p) => p.role === 'portal' && p.family === 4);
  const own = aFailedConnect({ port: 25, family: 4 });
  const portal = (family: Family, change: Partial<Observation> = {}): Observation =>
    anObservation({ role: 'portal', protocol: 'http', port: 80, security: 'none', family, ...change });
  const silent = [
    { protocol: 'smtp', host: 'mail.example.org', port: 25, security: 'starttls', family: 4 },
  ] as const;

  expect(overIpv4([own, portal(6)])).toHaveLength(1);
  expect(overIpv4([portal(6)], { silent })).toHaveLength(1);
  // Nothing is known yet, or the families can be compared already.
  expect(overIpv4([own])).toEqual([]);
  expect(overIpv4([own, portal(6), portal(4)])).toEqual([]);
  expect(overIpv4([own, portal(6), aControl('gmx.net', { port: 587, family: 4 })])).toEqual([]);
  // A connection to the same port tells nothing of the others, and one that was dropped unheard has no answer.
  expect(overIpv4([own, portal(6), aControl('gmx.net', { port: 25, family: 4 })])).toHaveLength(1);
  const dropped = portal(4, { outcome: 'cancelled', stage: 'connect', timings: { connect: 40 } });
  expect(overIpv4([own, portal(6), dropped])).toHaveLength(1);
});

test('a provider that has IPv4 only is compared with strangers over IPv4', () => {
  const own = aFailedConnect({ port: 25, family: 4 });
  const families = (observations: Observation[], onlyFamilyOf: ControlState['onlyFamilyOf']) =>
    planControls(state(observations, { onlyFamilyOf }))
      .filter(({ role, port }) => role === 'reference' && port === 25)
      .map(({ family }) => family);
  const ownIsIpv4 = (host: string) => (host === own.host ? 4 : undefined);
  expect(families([own], ownIsIpv4)).toEqual([4, 4, 4]);
  expect(families([own], () => undefined)).toEqual([undefined, undefined, undefined]);
  // Two hosts that differ are compared over whatever connects.
  const other = aFailedConnect({ port: 25, family: 6, host: 'mx.example.org' });
  const differing = (host: string) => (host === 'mx.example.org' ? 6 : 4);
  expect(families([own, other], differing)).toEqual([undefined, undefined, undefined]);
});

test('IPv6 that fails on several ports is asked about on one, and on the others once strangers fail on that one too', () => {
  const failed = [25, 465, 587].map((port) => aFailedConnect({ port, family: 6, address: '2001:db8::1' }));
  const open = [25, 465, 587].map((port) => anObservation({ port }));
  const portsOver6 = (more: Observation[]) =>
    new Set(
      planControls(state([...open, ...failed, ...more]))
        .filter(({ family, role }) => family === 6 && role === 'reference')
        .map(({ port }) => port),
    );
  const control = (outcome: 'ok' | 'timeout') =>
    aControl('google.com', { port: 587, family: 6, address: '2001:db8:1::20', outcome });

  expect(portsOver6([])).toEqual(new Set([587]));
  expect(portsOver6([control('ok')])).toEqual(new Set([587]));
  expect(portsOver6([control('timeout')])).toEqual(new Set([587, 465, 25]));
});

test('a server that takes the connection and says nothing is compared, and the web asked, before its silence means anything', () => {
  const endpoint = { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' } as const;
  const silent = [{ ...endpoint, family: 4, stage: 'greeting' }] as const;
  expect(asked(state([], { silent, onlyFamilyOf: () => 4 }))).toEqual([
    'smtp.gmail.com:587/none',
    'mail.gmx.net:587/none',
    'posteo.de:587/none',
    'detectportal.firefox.com:80/none',
  ]);
});

test('a pause before the greeting on 25 is nobody’s business while other ports speak', () => {
  const endpoint = { protocol: 'smtp', host: 'mail.example.org', port: 25, security: 'starttls' } as const;
  const silent = [{ ...endpoint, family: 4, stage: 'greeting' }] as const;
  expect(asked(state([], { silent }))).toContain('smtp.gmail.com:25/none');
  expect(asked(state([anObservation()], { silent }))).toEqual([]);
});

test('encryption that does not go on is compared where it stands still', () => {
  const endpoint = { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' } as const;
  const silent = [{ ...endpoint, family: 4, stage: 'tls' }] as const;
  expect(asked(state([], { silent }))).toEqual(
    expect.arrayContaining(['smtp.gmail.com:465/tls', 'smtp.gmail.com:587/starttls']),
  );
});

test('a stranger who was asked over this family by chance is not asked again for the sake of the family', () => {
  const silent = [
    {
      protocol: 'smtp',
      host: 'mail.example.org',
      port: 587,
      security: 'starttls',
      family: 4,
      stage: 'greeting',
    },
  ] as const;
  const change = {
    silent,
    onlyFamilyOf: (host: string) => (host === 'mail.example.org' ? (4 as const) : undefined),
  };
  const strangers = ['smtp.gmail.com', 'mail.gmx.net', 'posteo.de'].map((host) =>
    aControl(host, { role: 'reference', host, port: 587, security: 'none', family: 4 }),
  );
  const again = (seen: readonly Observation[]) =>
    asked(state([...seen], change)).filter((control) => control.includes(':587/none'));
  expect(again([])).toHaveLength(3);
  expect(again(strangers)).toEqual([]);
  expect(again(strangers.map((o) => ({ ...o, family: 6 as const })))).toHaveLength(3);
  expect(
    again(
      strangers.map((o): Observation => ({ ...o, outcome: 'timeout', stage: 'connect', witnessed: false })),
    ),
  ).toHaveLength(3);
  // Of a stranger with addresses of one family there is only one way to ask, whichever is meant.
  const families = planControls(state([], { ...change, onlyFamilyOf: () => 4 })).map(({ family }) => family);
  expect(new Set(families)).toEqual(new Set([undefined]));
});

test('where DNS denies the connectivity check’s name too, it is asked for the names of large operators', () => {
  const lookUp = (change: Partial<Observation>, code: string): Observation =>
    anObservation({
      outcome: 'dns-error',
      stage: 'dns',
      address: null,
      error: { code, message: code },
      ...change,
    });
  const own = lookUp({ host: 'example.org' }, 'no-name');
  const web = { role: 'portal', protocol: 'http', host: 'detectportal.firefox.com', port: 80 } as const;

  expect(asked(state([own]))).not.toContain('smtp.gmail.com:587/none');
  expect(asked(state([own, lookUp(web, 'no-dns-answer')]))).not.toContain('smtp.gmail.com:587/none');
  expect(asked(state([own, lookUp(web, 'no-name')]))).toEqual(
    expect.arrayContaining(['smtp.gmail.com:587/none', 'mail.gmx.net:587/none', '1.1.1.1:443/none']),
  );
});
