import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/compare/compare.ts';
import { Comparison } from '../../../shared/compare/comparison.ts';
import { comparisonIn } from '../../../shared/compare/words.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import type { Report } from '../../../shared/model/report.ts';
import {
  aControl,
  aFailedConnect,
  aFinding,
  aJudgedReport,
  anObservation,
  aReport,
  tlsFacts,
} from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const home = { ipv4: '192.168.1.0/24' };
const hotspot = { ipv4: '172.20.10.0/28' };
const current = { host: 'mail.example.org', port: 25, security: 'starttls' as const };

const controls = (change: Partial<Observation>) =>
  ['gmail.com', 'gmx.net', 'posteo.de'].map((operator) => aControl(operator, { port: 25, ...change }));

/** Port 25 is silent for everybody; 587 works. */
const blocked = (change: Partial<Report> = {}): Report =>
  aJudgedReport({
    input: { domain: 'example.org', address: 'you@example.org', current },
    observations: [
      aFailedConnect({ witnessed: true }),
      anObservation(),
      ...controls({ outcome: 'timeout' }),
      ...controls({ port: 587 }),
    ],
    network: home,
    ...change,
  });

/** Everything works. */
const open = (change: Partial<Report> = {}): Report =>
  aJudgedReport({
    input: { domain: 'example.org', address: 'you@example.org', current },
    observations: [anObservation({ port: 25 }), anObservation()],
    network: hotspot,
    ...change,
  });

/** A report whose verdict is the given one, whatever it saw. */
const claimed = (code: FindingCode, change: Partial<Report> = {}): Report => {
  const verdict = aFinding({ code, severity: 'problem', confidence: 'certain' });
  return aReport({ verdict, findings: [verdict], recommendation: null, network: home, ...change });
};

const silent = {
  observations: [aFailedConnect({ port: 587 }), aFailedConnect({ port: 465, security: 'tls' })],
};

const verdictOf = (older: Report, newer: Report) => {
  const compared = compare(older, newer);
  const [first] = compared.findings;
  return { code: first?.code, confidence: first?.confidence, cleared: compared.cleared, left: compared.left };
};

describe('two networks', () => {
  test('blocked at home and open on the hotspot: it is the home network, not the server', () => {
    expect(blocked().verdict.code).toBe('port-25-blocked');
    expect(verdictOf(blocked(), open())).toEqual({
      code: 'network-to-blame',
      confidence: 'certain',
      cleared: ['server'],
      left: ['older-network'],
    });
    expect(verdictOf(open(), blocked())).toMatchObject({ code: 'network-to-blame', left: ['newer-network'] });
  });

  test('who has just seen that another network works is told to use it, and not to try one', () => {
    const shut = claimed('mail-ports-blocked', silent);
    const { advice = [] } = comparisonIn(compare(shut, open()), english).findings[0] ?? {};
    expect(advice[0]).toBe('Send through the network of the second check for now: it works there.');
    expect(advice.join(' ')).not.toContain('hotspot');
  });

  test('the words name the check, the server and the port, and a note says that the networks differ', () => {
    const comparison = comparisonIn(compare(blocked(), open()), english);
    expect(Comparison.parse(comparison)).toEqual(comparison);
    const [first, note] = comparison.findings;
    expect(first?.headline).toBe('It is the network of the first check, not the mail server.');
    expect(first?.detail).toContain('mail.example.org on port 25');
    expect(first?.evidence).toHaveLength(2);
    expect(note).toMatchObject({ code: 'network-changed', severity: 'note' });
    expect(comparison.differences).toMatchObject([
      { port: 25, older: { outcome: 'timeout', stage: 'connect' }, newer: { outcome: 'ok', stage: 'done' } },
    ]);
  });

  test.each<[FindingCode, string]>([
    ['mail-ports-blocked', 'network-to-blame'],
    ['mail-allow-list', 'network-to-blame'],
    ['tls-intercepted', 'network-to-blame'],
    ['client-blocklisted', 'address-to-blame'],
    ['server-down', 'server-or-network'],
    ['certificate-expired', 'server-or-network'],
    ['clock-wrong', 'mended'],
    ['security-mismatch', 'mended'],
  ])('%s in one and nothing in the other: %s', (code, expected) => {
    const compared = compare(claimed(code, silent), open({ observations: [anObservation()] }));
    expect(compared.findings[0]?.code).toBe(expected);
    if (expected !== 'network-to-blame') expect(compared.cleared).not.toContain('server');
  });

  test('no network is blamed where no endpoint fared differently', () => {
    const newer = open({ observations: [anObservation({ port: 2525 })] });
    expect(verdictOf(claimed('mail-ports-blocked', silent), newer).code).toBe('mended');
  });

  test.each<[FindingCode, string, readonly string[]]>([
    ['server-down', 'server-to-blame', ['server']],
    ['certificate-expired', 'server-to-blame', ['server']],
    ['port-25-blocked', 'both-networks', ['older-network', 'newer-network', 'computer']],
    ['client-blocklisted', 'both-networks', ['older-network', 'newer-network', 'computer']],
    ['tls-intercepted', 'computer-to-blame', ['computer']],
    ['clock-wrong', 'computer-to-blame', ['computer']],
    ['security-mismatch', 'settings-to-blame', ['settings']],
    ['inconclusive', 'unchanged', []],
  ])('%s in both: %s', (code, expected, left) => {
    const compared = compare(claimed(code, silent), claimed(code, { ...silent, network: hotspot }));
    expect([compared.findings[0]?.code, compared.left]).toEqual([expected, left]);
  });

  test.each([home, hotspot])(
    'where a setting was found in spite of the fault, sending is not said to have failed',
    (network) => {
      // The first says to take port 587, the second finds 587 without encryption.
      const [finding] = comparisonIn(
        compare(blocked(), claimed('no-encryption', { network })),
        english,
      ).findings;
      expect(['two-faults', 'other-fault']).toContain(finding?.code);
      expect(finding?.detail).toMatch(/^Something stood in the way of sending/);
      expect(finding?.detail).not.toMatch(/failed/);
    },
  );

  test.each<[FindingCode, FindingCode, RegExp]>([
    ['port-25-blocked', 'client-blocklisted', /^Each network has a fault of its own/],
    ['port-25-blocked', 'security-mismatch', /^Each time, something else/],
    ['server-down', 'tls-blocked', /^Each time, something else/],
  ])(
    '%s in one and %s in the other: a network is said to be at fault where both are',
    (one, other, words) => {
      const compared = compare(claimed(one), claimed(other, { network: hotspot }));
      const [finding] = comparisonIn(compared, english).findings;
      expect(finding).toMatchObject({ code: 'two-faults', headline: expect.stringMatching(words) });
    },
  );

  test('a network that lets only the web out, through a proxy, is one to blame', () => {
    expect(verdictOf(claimed('proxy-only', silent), open({ observations: [anObservation()] })).code).toBe(
      'network-to-blame',
    );
  });

  test('what never saw the servers blames nobody but its own network', () => {
    expect(verdictOf(claimed('captive-portal'), open())).toMatchObject({
      code: 'nothing-seen',
      cleared: [],
      left: ['older-network'],
    });
    const both = comparisonIn(
      compare(claimed('offline'), claimed('offline', { startedAt: '2026-10-02T08:00:00.000Z' })),
      english,
    );
    expect(both.left).toEqual([]);
    expect(both.findings[0]?.headline).toMatch(/^Neither check saw/);
    expect(both.findings[0]?.advice).toEqual([expect.stringMatching(/^Make both checks once more/)]);
    expect(verdictOf({ ...blocked(), interrupted: true }, open())).toMatchObject({
      code: 'nothing-seen',
      left: [],
    });
  });
});

test('where one check did not see the servers, nothing is said to have fared differently; a page to sign in is named', () => {
  const portal = claimed('captive-portal', {
    observations: [anObservation({ outcome: 'refused', stage: 'connect' })],
  });
  const compared = comparisonIn(compare(portal, open({ observations: [anObservation()] })), english);
  expect(compared.differences).toEqual([]);
  expect(compared.findings[0]?.headline).toMatch(/^One check did not see/);
  expect(compared.findings[0]?.advice).toEqual([expect.stringMatching(/^Sign in to that network/)]);
});

test('a server on this computer makes its certificate itself: that is no doubt', () => {
  const bridge = { host: '127.0.0.1', port: 1025 } as const;
  const own = anObservation({ ...bridge, tls: tlsFacts({ trusted: false, problems: ['self-signed'] }) });
  const older = claimed('all-clear', { observations: [own] });
  const newer = claimed('all-clear', { observations: [anObservation(bridge)] });
  expect(compare(older, newer, 'same').differences).toEqual([]);
});

test('a way whose certificate was in doubt one time, and not the other, fared differently', () => {
  const doubted = anObservation({ tls: tlsFacts({ trusted: false, problems: ['name-mismatch'] }) });
  const older = claimed('certificate-name-mismatch', { observations: [doubted] });
  const { differences } = compare(older, open({ observations: [anObservation({ tls: tlsFacts() })] }));
  expect(differences).toMatchObject([{ older: { outcome: 'ok', doubted: true }, newer: { outcome: 'ok' } }]);
  expect(differences[0]?.newer.doubted).toBeUndefined();
});

describe('one network, or nobody knows which', () => {
  test.each([
    ['mended', blocked(), open({ network: home })],
    ['broken-since', open({ network: home }), blocked()],
    ['unchanged', blocked(), blocked()],
    ['other-fault', blocked(), claimed('server-down')],
    ['both-work', open(), open()],
  ])('%s', (code, older, newer) => {
    const compared = compare(older, newer);
    expect([compared.findings.map((one) => one.code), compared.left]).toEqual([[code], []]);
  });

  test('without a word about the network, none is blamed, and the doubt is told', () => {
    const { network: _network, ...nowhere } = blocked();
    const { findings } = comparisonIn(compare(nowhere, open()), english);
    expect(findings[0]?.code).toBe('mended');
    expect(findings[0]?.detail).toContain('If the first check was made in another network');
  });

  test('what the caller saw counts more than the addresses: two routers may hand out the same', () => {
    expect(compare(blocked(), open({ network: home }), 'other').findings[0]?.code).toBe('network-to-blame');
  });

  test('an address family that comes and goes is no other network, another IPv4 network is one', () => {
    expect(compare(open(), open({ network: { ...hotspot, ipv6: '2001:db8::/64' } })).network).toBe('same');
    expect(
      compare(open({ network: { ...home, ipv6: '2001:db8::/64' } }), open({ network: hotspot })).network,
    ).toBe('other');
    expect(compare(open({ network: { ipv6: '2001:db8::/64' } }), open()).network).toBe('unknown');
  });
});

test('where one port stayed in doubt and mail goes out by another, nothing was in the way', () => {
  const inDoubt = aReport({
    ...claimed('inconclusive', { network: hotspot }),
    observations: [anObservation()],
    recommendation: aReport().recommendation,
  });
  const nothing = claimed('inconclusive', { observations: [aFailedConnect({ port: 587 })] });
  expect(compare(nothing, inDoubt).findings[0]?.code).toBe('server-or-network');
  expect(compare(nothing, { ...inDoubt, network: home }).findings[0]?.code).toBe('mended');
});

test('another provider, and practice beside the real network, are not compared', () => {
  const elsewhere = open({
    input: { domain: 'example.net' },
    observations: [anObservation({ host: 'mail.example.net' })],
  });
  expect(verdictOf(blocked(), elsewhere)).toMatchObject({ code: 'not-comparable', cleared: [], left: [] });
  expect(verdictOf(blocked(), open({ practice: true })).code).toBe('not-comparable');
  const apart = compare(blocked(), open({ practice: true }));
  expect(apart.differences).toEqual([]);
  expect(apart.findings[0]?.words.detail).toMatchObject([{ key: 'compare.not-comparable.practice' }]);
});

test('whatever two verdicts meet, there is a conclusion in words, and nobody is cleared and left at once', () => {
  for (const one of FindingCode.options) {
    for (const other of FindingCode.options) {
      for (const network of ['same', 'other', 'unknown'] as const) {
        const comparison = comparisonIn(
          compare(claimed(one, silent), claimed(other, silent), network),
          english,
        );
        expect(Comparison.safeParse(comparison).success).toBe(true);
        expect(comparison.cleared.filter((party) => comparison.left.includes(party))).toEqual([]);
      }
    }
  }
});
