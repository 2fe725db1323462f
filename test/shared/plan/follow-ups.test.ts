import { describe, expect, test } from 'vitest';
import type { Family } from '../../../shared/model/family.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { planFollowUps, type Surroundings } from '../../../shared/plan/follow-ups.ts';
import { type Proposal, proposalKey } from '../../../shared/plan/own-servers.ts';
import { aControl, aFailedConnect, anObservation, heldThroughout, tlsFacts } from '../../support/builders.ts';

const noAliases = (): string[] => [];

const over4 = { ipAddress: '192.0.2.10', family: 4 } as const;
const over6 = { ipAddress: '2001:db8::1', family: 6 } as const;

function planned(observations: Observation[], change: Partial<Surroundings> = {}): Proposal[] {
  return planFollowUps(observations, {
    aliasesOf: noAliases,
    addressesOf: () => [over4],
    mute: [],
    familiesFoundLater: () => [],
    isCompared: true,
    line: { isLossy: false, hasGaps: false },
    ...change,
  });
}

function stripped(change: Partial<Observation> = {}): Observation {
  return anObservation({
    outcome: 'rejected',
    stage: 'starttls',
    error: { code: 'starttls-not-offered', message: 'STARTTLS is not offered' },
    ...change,
  });
}

/** Connected, and never greeted. */
function mute(): Observation {
  return anObservation({
    outcome: 'timeout',
    stage: 'greeting',
    greeting: undefined,
    error: { code: 'no-greeting', message: 'nothing in 30 s' },
  });
}

function brief(observations: Observation[], aliases = noAliases): string[] {
  return planned(observations, { aliasesOf: aliases }).map(
    (p) => `${p.host}:${p.port}/${p.security} #${p.asking}`,
  );
}

describe('STARTTLS missing', () => {
  test('is asked three times in all before anything is concluded', () => {
    expect(brief([stripped()])).toEqual(['mail.example.org:587/starttls #2']);
    expect(brief([stripped(), stripped()])).toEqual(['mail.example.org:587/starttls #3']);
  });
  test('after three asks the plain way is looked at, since nothing else is encrypted', () => {
    expect(brief([stripped(), stripped(), stripped()])).toEqual(['mail.example.org:587/none #1']);
  });
  test('the plain way is not looked at when another port encrypts', () => {
    const implicit = anObservation({ port: 465, security: 'tls' });
    expect(brief([stripped(), stripped(), stripped(), implicit])).toEqual([]);
  });
  test('one good answer ends the asking', () => {
    expect(brief([stripped(), anObservation()])).toEqual([]);
  });
});

describe('a dialogue that falls silent', () => {
  const silent = mute();
  const keys = (observations: Observation[], isLossy: boolean) =>
    planned(observations, { line: { isLossy, hasGaps: false } }).map(
      (p) => `${p.port}/${p.security} #${p.asking} IPv${p.family ?? 'any'}`,
    );

  test('is held over the same address family once more on a line that loses packets, before anything else is tried', () => {
    expect(keys([silent], true)).toEqual(['587/starttls #2 IPv4']);
    expect(keys([silent, silent], true)).toEqual(['587/starttls #3 IPv4']);
    expect(keys([silent, silent, silent], true)).toEqual(['587/tls #1 IPvany']);
  });
  test('and is the server’s own where nothing is lost and the line was not cut', () => {
    expect(keys([silent, heldThroughout], false)).toEqual(['587/tls #1 IPvany']);
  });
  test('one greeting ends the doubt', () => {
    expect(keys([silent, anObservation()], true)).toEqual([]);
  });
  test('an incoming server is asked again too', () => {
    const imap = { ...silent, role: 'incoming', protocol: 'imap', port: 143 } as const;
    expect(keys([imap], true)).toEqual(['143/starttls #2 IPv4']);
  });
});

test('465 that speaks plain is asked for STARTTLS', () => {
  const plain = anObservation({
    port: 465,
    security: 'tls',
    outcome: 'protocol-error',
    stage: 'tls',
    error: { code: 'not-tls', message: 'plain text' },
  });
  expect(brief([plain])).toEqual(['mail.example.org:465/starttls #1']);
});

test('a port that says nothing is tried with TLS from the first byte, once', () => {
  expect(brief([mute(), heldThroughout])).toEqual(['mail.example.org:587/tls #1']);
  const second = anObservation({
    security: 'tls',
    outcome: 'timeout',
    stage: 'tls',
    error: { code: 'no-reply', message: '' },
  });
  expect(brief([mute(), second, heldThroughout])).toEqual([]);
});

test('a busy server is asked once more, after everything else', () => {
  const busy = (): Observation =>
    anObservation({
      outcome: 'rejected',
      stage: 'greeting',
      error: { code: '421', message: 'too many connections' },
    });
  const [again] = planned([busy()]);
  expect(again).toMatchObject({ asking: 2, priority: 900 });
  expect(brief([busy(), busy()])).toEqual([]);
});

describe('a certificate for another name', () => {
  const mismatch = anObservation({
    tls: tlsFacts({
      trusted: false,
      problem: 'name-mismatch',
      problems: ['name-mismatch'],
      names: ['*.host.example', 'shared42.host.example', '192.0.2.7'],
    }),
  });
  test('its names are tried as hosts, only where they lead to the same computer', () => {
    expect(planned([mismatch])).toMatchObject([
      { host: 'shared42.host.example', port: 587, sameComputerAs: 'mail.example.org' },
    ]);
  });
  test('a known name that a wildcard covers comes first', () => {
    expect(brief([mismatch], () => ['smtp.host.example', 'a.b.host.example', 'host.example'])).toEqual([
      'smtp.host.example:587/starttls #1',
      'shared42.host.example:587/starttls #1',
    ]);
  });
  test('nothing is tried when another port shows a fitting one', () => {
    expect(brief([mismatch, anObservation({ port: 465, security: 'tls' })])).toEqual([]);
  });
  test('the best port is asked under such a name though a lesser one, which was quicker, works there', () => {
    const name = 'shared42.host.example';
    const receiving = (change: Partial<Observation>) =>
      anObservation({ role: 'incoming', protocol: 'imap', ...change });
    const lesser = receiving({ host: name, port: 143, tls: tlsFacts({ names: [name] }) });
    const best = receiving({ port: 993, security: 'tls', tls: mismatch.tls });
    expect(brief([best, lesser])).toEqual([`${name}:993/tls #1`]);
    expect(brief([best, lesser, { ...best, host: name, tls: tlsFacts({ names: [name] }) }])).toEqual([]);
  });
});

describe('settings of today that differ from the port’s convention', () => {
  const current = { host: 'mail.example.org', port: 25, security: 'none' } as const;
  const asked = (o: Observation): string[] =>
    planned([o], { current }).map((p) => `${p.host}:${p.port}/${p.security}`);
  test('are tried as they are once the port answers', () => {
    expect(asked(anObservation({ port: 25 }))).toEqual(['mail.example.org:25/none']);
  });
  test('are not tried at a port that does not even connect', () => {
    expect(asked(aFailedConnect({ port: 25 }))).toEqual([]);
  });
});

describe('a host with both address families', () => {
  const overIpv6 = anObservation({ port: 25, family: 6, address: '2001:db8::1' });
  const addressesOf = () => [over4, over6];
  test('is tried over the family that lost the race, on the ports that networks block', () => {
    expect(planned([overIpv6, anObservation({ port: 26, family: 6 })], { addressesOf })).toMatchObject([
      { port: 25, family: 4, security: 'starttls' },
    ]);
  });
  test('is tried over IPv4 on every port once submission fails there', () => {
    const failed = aFailedConnect({ port: 587, family: 4 });
    const submission = anObservation({ port: 587, family: 6 });
    const other = anObservation({ port: 465, security: 'tls', family: 6 });
    const { length } = planned([submission, other], { addressesOf });
    expect(length).toBe(1);
    expect(planned([submission, failed, other], { addressesOf })).toMatchObject([{ port: 465, family: 4 }]);
  });
  test('is tried over IPv4 on every port when 25 fails there and 587 is not to be had at all', () => {
    const failed = [aFailedConnect({ port: 25, family: 4 }), aFailedConnect({ port: 587, family: 6 })];
    const other = anObservation({ port: 465, security: 'tls', family: 6 });
    expect(planned([overIpv6, ...failed, other], { addressesOf })).toMatchObject([{ port: 465, family: 4 }]);
  });
  test('is not tried on every port for a block of 25 alone', () => {
    const failed = aFailedConnect({ port: 25, family: 4 });
    const submission = [4, 6].map((family) => anObservation({ port: 587, family: family as Family }));
    const other = anObservation({ port: 465, security: 'tls', family: 6 });
    expect(planned([failed, ...submission, other], { addressesOf })).toEqual([]);
  });
  test('is tried over IPv4 on one port for receiving once no port for sending is let out there', () => {
    const failed = [25, 465, 587].map((port) => aFailedConnect({ port, family: 4 }));
    const open = [25, 465, 587].map((port) => anObservation({ port, family: 6 }));
    const inbox = anObservation({
      role: 'incoming',
      protocol: 'imap',
      port: 993,
      security: 'tls',
      family: 6,
    });
    const second = { ...inbox, id: 'second', protocol: 'pop3', port: 995 } as const;
    expect(planned([...failed, ...open, inbox, second], { addressesOf })).toMatchObject([
      { port: 993, family: 4, role: 'incoming' },
    ]);
    const tried = aFailedConnect({
      role: 'incoming',
      protocol: 'imap',
      port: 993,
      security: 'tls',
      family: 4,
    });
    expect(planned([...failed, ...open, inbox, second, tried], { addressesOf })).toEqual([]);
    expect(planned([...failed.slice(0, 1), ...open, anObservation({ port: 587, family: 4 }), inbox])).toEqual(
      [],
    );
  });
  test('is asked in full over the family that lost the race when the winner broke off', () => {
    const loser = anObservation({ port: 587, family: 4, outcome: 'cancelled', stage: 'connect' });
    const winner = anObservation({ port: 587, family: 6 });
    expect(planned([loser, winner], { addressesOf })).toEqual([]);
    const six = { family: 6, address: over6.ipAddress } as const;
    const broken = anObservation({ port: 587, ...six, outcome: 'timeout', stage: 'ehlo' });
    expect(planned([loser, broken], { addressesOf })).toMatchObject([{ port: 587, family: 4 }]);
    const asked = anObservation({ port: 587, family: 4, outcome: 'timeout', stage: 'ehlo' });
    expect(planned([loser, broken, asked], { addressesOf })).toEqual([]);
  });
  test('is not asked again because the loser of a race is known first', () => {
    const loser = anObservation({ port: 587, family: 4, outcome: 'cancelled', stage: 'connect' });
    expect(planned([loser], { addressesOf })).toEqual([]);
  });
  test('is left alone when the fate of both is known', () => {
    expect(planned([overIpv6, aFailedConnect({ port: 25, family: 4 })], { addressesOf })).toEqual([]);
  });
});

test('controls and cancelled attempts are never followed up', () => {
  const cancelled = anObservation({ outcome: 'cancelled', stage: 'greeting' });
  const control = stripped({ role: 'reference' });
  expect(brief([cancelled, control])).toEqual([]);
});

describe('a name with several addresses, one of which connects and then fails', () => {
  const second = { ipAddress: '192.0.2.11', family: 4 } as const;
  const addressesOf = () => [over4, second, over6];
  const places = (observations: Observation[], change: Partial<Surroundings> = {}) =>
    planned(observations, { addressesOf, ...change }).map(({ port, security, address }) => [
      port,
      security,
      address,
    ]);
  const endpoint = { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' } as const;
  const waiting = { ...endpoint, role: 'outgoing', at: over6.ipAddress } as const;

  test('is tried at the others side by side, the other family first, while the first is still waited for', () => {
    expect(places([], { mute: [waiting] })).toEqual([
      [587, 'starttls', over4.ipAddress],
      [587, 'starttls', second.ipAddress],
    ]);
  });
  test('is not tried where it is under way or told already', () => {
    const alsoMute = { ...waiting, at: second.ipAddress };
    expect(places([anObservation()], { mute: [waiting, alsoMute] })).toEqual([]);
  });
  test('is asked in full where an attempt only lost the race', () => {
    const loser = anObservation({ outcome: 'cancelled', stage: 'connect' });
    expect(places([loser], { mute: [waiting, { ...waiting, at: second.ipAddress }] })).toEqual([
      [587, 'starttls', over4.ipAddress],
    ]);
  });
  test('is tried at the others where the first cut the connection, turned everybody away, or shows an expired certificate', () => {
    const cut = anObservation({ outcome: 'reset', stage: 'tls', tls: undefined });
    const expired = anObservation({ tls: tlsFacts({ trusted: false, problems: ['expired'] }) });
    for (const o of [cut, expired]) expect(places([o])).toHaveLength(2);
    const rejected = (message: string) =>
      anObservation({
        outcome: 'rejected',
        stage: 'greeting',
        greeting: message,
        error: { code: '554', message },
      });
    const addressesOf = () => [over4, second];
    expect(places([rejected('no service here')], { addressesOf })).toHaveLength(1);
    const listed = rejected('blocked using zen.spamhaus.org');
    expect(places([listed], { addressesOf }), 'the others are of the same mind').toEqual([]);
  });
  test('a stranger’s silence is not followed up', () => {
    expect(places([], { mute: [{ ...waiting, role: 'reference' }] })).toEqual([]);
  });
});

test('a mute port is not asked for TLS first where strangers are as mute on it', () => {
  const own = mute();
  const silent = {
    outcome: 'timeout',
    stage: 'greeting',
    greeting: undefined,
    serverName: undefined,
  } as const;
  const stranger = (operator: string) =>
    aControl(operator, {
      ...silent,
      port: 587,
      tls: undefined,
      startedMs: 1_700,
      elapsedMs: 5_600,
      timings: { connect: 40, greeting: 5_500 },
      error: { code: 'no-greeting', message: '' },
    });
  const heard = [1_500, 3_000, 4_500, 6_000].map((startedMs) =>
    anObservation({
      role: 'portal',
      protocol: 'http',
      port: 80,
      startedMs,
      elapsedMs: 80,
      timings: { connect: 40 },
    }),
  );

  expect(brief([own, heldThroughout, ...heard, stranger('google.com')])).toEqual([
    'mail.example.org:587/tls #1',
  ]);
  expect(brief([own, ...heard, stranger('google.com'), stranger('gmx.net')])).toEqual([]);
  expect(brief([own, heldThroughout, stranger('google.com'), stranger('gmx.net')])).toEqual([
    'mail.example.org:587/tls #1',
  ]);
});

test('addresses of the other kind that were found later are tried where the first kind failed', () => {
  const late = (observations: Observation[]) => {
    const before = planned(observations).map(proposalKey);
    return planned(observations, { familiesFoundLater: () => [4] }).filter(
      (proposal) => !before.includes(proposalKey(proposal)),
    );
  };
  const over6 = aFailedConnect({ port: 587, family: 6, outcome: 'unreachable' });

  expect(late([over6])).toMatchObject([{ host: over6.host, port: 587, security: over6.security, family: 4 }]);
  expect(late([over6, aFailedConnect({ port: 587, family: 4 })])).toEqual([]);
  expect(late([anObservation({ port: 587, family: 6 })])).toEqual([]);
  expect(planned([over6])).toEqual([]);
});

describe('a connection that is cut as TLS begins', () => {
  const cut = (change: Partial<Observation> = {}): Observation =>
    anObservation({ outcome: 'reset', stage: 'tls', tls: undefined as never, ...change });
  const spared = aControl('google.com', { port: 465, security: 'tls' });
  const nameless = (change: Partial<Observation> = {}): Observation =>
    anObservation({ role: 'reference', control: 'nameless', ...change });
  const asked = (observations: Observation[], change: Partial<Surroundings> = {}) =>
    planned(observations, change).map(({ port, role, asking, address }) => [port, role, asking, address]);

  test('is made once more at the same address without the name, where strangers’ encryption comes through', () => {
    expect(asked([cut(), spared])).toEqual([[587, 'reference', 1, '192.0.2.10']]);
  });
  test('on the most telling port alone', () => {
    const implicit = cut({ port: 465, security: 'tls' });
    expect(asked([implicit, cut(), spared])).toEqual([[587, 'reference', 1, '192.0.2.10']]);
  });
  test('and not on one for receiving, unless that alone is cut', () => {
    const incoming = cut({ role: 'incoming', protocol: 'imap', port: 993, security: 'tls' });
    expect(asked([incoming, cut(), spared])).toEqual([[587, 'reference', 1, '192.0.2.10']]);
    expect(asked([incoming, spared])).toEqual([[993, 'reference', 1, '192.0.2.10']]);
  });
  test('and by name once more, where the server showed a certificate without', () => {
    expect(asked([cut(), spared, nameless()])).toEqual([[587, 'outgoing', 2, '192.0.2.10']]);
    expect(asked([cut(), spared, nameless(), cut({ startedMs: 900 })])).toEqual([]);
  });
  test('after that, however often it was tried by name before: it may have been the line', () => {
    const before = [cut(), cut({ startedMs: 500 }), spared, nameless({ startedMs: 900 })];
    expect(asked(before)).toEqual([[587, 'outgoing', 3, '192.0.2.10']]);
    expect(asked([...before, cut({ startedMs: 1_500 })])).toEqual([]);
  });
  test('not by name where it was cut without the name too', () => {
    expect(
      asked([cut(), spared, nameless({ outcome: 'reset', stage: 'tls', tls: undefined as never })]),
    ).toEqual([]);
  });
  test('not while strangers are being asked, and not where they are cut too', () => {
    expect(asked([cut()])).toEqual([]);
    expect(asked([cut(), { ...cut(), role: 'reference', control: 'mail' }])).toEqual([]);
  });
  test('at once where no stranger may be asked', () => {
    expect(asked([cut()], { isCompared: false })).toEqual([[587, 'reference', 1, '192.0.2.10']]);
  });
  test('not where the server has no name', () => {
    expect(asked([cut({ host: '192.0.2.10' }), spared])).toEqual([]);
  });
});
