import { expect, test } from 'vitest';
import { diagnose } from '../../../shared/diagnose/diagnose.ts';
import type { Evidence } from '../../../shared/diagnose/evidence.ts';
import { worded } from '../../../shared/diagnose/worded.ts';
import type { DiscoveryEntry, Source } from '../../../shared/model/check.ts';
import { conventionalSecurity, type Protocol } from '../../../shared/model/endpoint.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Confidence, Diagnosis, FindingCode, Severity } from '../../../shared/model/finding.ts';
import type { HereFact } from '../../../shared/model/here.ts';
import type { Observation, TlsFacts } from '../../../shared/model/observation.ts';
import { recommend } from '../../../shared/recommend/recommend.ts';
import { aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { expectSameWhenMasked } from '../../support/masked-again.ts';

/**
 * What becomes of a connection. `lost`: silence that proves nothing, one SYN only. `cut`: reset as TLS begins. Anything else is said by
 * changing an observation that works.
 */
export type Fate =
  | 'open'
  | 'drop'
  | 'refuse'
  | 'unreachable'
  | 'lost'
  | 'cancelled'
  | 'cut'
  | Partial<Observation>;
export type Ports = Readonly<Record<number, Fate | readonly Fate[]>>;

type Place = { readonly ports: Ports; readonly family?: Family; readonly change?: Partial<Observation> };
type OwnHost = Place & {
  readonly host: string;
  readonly sources?: readonly Source[];
  readonly address?: string;
};

/** A small world around the user's server `mail.example.org`. What is left out is as it should be. */
export type World = {
  /** Ports of mail.example.org, which the provider publishes by SRV. */
  readonly own?: Ports;
  readonly own6?: Ports;
  readonly hosts?: readonly OwnHost[];
  /** Ports of google.com and gmx.net. */
  readonly large?: Ports;
  readonly large6?: Ports;
  /** Only google.com, where it differs from gmx.net. */
  readonly google?: Ports;
  /** Ports of posteo.de, a small operator. */
  readonly small?: Ports;
  /** Port 25 of a host that listens nowhere there. */
  readonly notListening?: Fate;
  readonly web?: 'ok' | 'redirect' | 'other-page' | 'drop' | 'none' | Partial<Observation>;
  /** Addresses reached by number. */
  readonly byNumber?: 'open' | 'drop' | 'unreachable';
  readonly madeUpName?: 'unknown' | 'no-answer' | string;
  /** Lookups that failed: host and error code. */
  readonly names?: Readonly<Record<string, 'no-name' | 'no-data' | 'no-dns-answer'>>;
  readonly more?: readonly Observation[];
  readonly input?: Partial<Evidence['input']>;
  readonly discovery?: readonly DiscoveryEntry[];
  readonly interrupted?: boolean;
  /** What this computer itself does. */
  readonly here?: readonly HereFact[];
};

/** Connected, and nothing was heard for longer than any server of a big provider waits. */
export const mute = {
  outcome: 'timeout',
  stage: 'greeting',
  elapsedMs: 5_640,
  timings: { dns: 5, connect: 40, greeting: 5_600 },
  greeting: undefined as never,
  serverName: undefined as never,
  tls: undefined as never,
  error: { code: 'no-greeting', message: 'nothing was said' },
} as const satisfies Partial<Observation>;

/** The same where TLS comes first. */
export const muteInTls = {
  ...mute,
  stage: 'tls',
  timings: { dns: 5, connect: 40, tls: 5_600 },
  error: { code: 'no-reply', message: 'nothing was said' },
} as const satisfies Partial<Observation>;

/** Connected, and cut before a word was heard. */
export const cutOff = {
  ...mute,
  outcome: 'closed',
  elapsedMs: 80,
  timings: { dns: 5, connect: 40, greeting: 40 },
  error: { code: 'closed-early', message: 'hung up' },
} as const satisfies Partial<Observation>;

/** Somebody was heard again and again, so that the line was alive all the while. */
export const livingLine: readonly Observation[] = [1_500, 3_000, 4_500, 6_000].map((startedMs) =>
  anObservation({
    role: 'portal',
    protocol: 'http',
    host: 'detectportal.firefox.com',
    port: 80,
    security: 'none',
    startedMs,
    elapsedMs: 80,
    timings: { connect: 40, greeting: 40 },
    web: { status: 200, isExpected: true },
    tls: undefined,
    auth: undefined,
    capabilities: undefined,
  }),
);

/** Whatever was sent on these ports left this computer. */
export const seenLeaving: readonly HereFact[] = [25, 465, 587].map((port) => ({
  kind: 'way-out',
  address: '192.0.2.10',
  family: 4,
  port,
  fate: 'out',
}));

export const ownHost = 'mail.example.org';
const protocols: Readonly<Record<number, Protocol>> = {
  993: 'imap',
  143: 'imap',
  995: 'pop3',
  110: 'pop3',
  443: 'tcp',
};

/** The evidence that a check in this world would gather. */
export function evidenceOf(world: World): Evidence {
  const hosts: OwnHost[] = [
    ...(world.own ? [{ host: ownHost, sources: ['srv' as const], ports: world.own }] : []),
    ...(world.own6
      ? [{ host: ownHost, sources: ['srv' as const], ports: world.own6, family: 6 as const }]
      : []),
    ...(world.hosts ?? []),
  ];
  const observations = [
    ...hosts.flatMap(ownObservations),
    ...controls(world),
    ...web(world),
    ...(world.more ?? []),
    ...lookups(world),
  ].map((o, index) => ({ ...o, id: `o${index + 1}` }));
  const input = { address: 'you@example.org', domain: 'example.org', ...world.input };
  const discovery =
    world.discovery ?? hosts.flatMap(({ host, sources = ['srv'] }) => sources.map((s) => entry(s, host)));
  return {
    observations,
    input,
    discovery,
    recommendation: recommend({ observations, input, discovery }),
    ...(world.here ? { here: [...world.here] } : {}),
    ...(world.interrupted ? { interrupted: true } : {}),
  };
}

export function judge(world: World): Diagnosis & { readonly evidence: Evidence } {
  const evidence = evidenceOf(world);
  const findings = diagnose(evidence).findings.map((finding) => worded(finding, english));
  const [verdict] = findings;
  if (!verdict) throw new Error('nothing was found');
  return { verdict, findings, evidence };
}

export type Expected = {
  readonly verdict: FindingCode;
  /** Of the verdict. */
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  /** Also found, with these severities. */
  readonly also?: Partial<Record<FindingCode, Severity>>;
  readonly not?: readonly FindingCode[];
  /** Words that the verdict must contain. */
  readonly says?: readonly RegExp[];
  readonly saysNot?: readonly RegExp[];
  /** `host:port/security` of the recommendation, or null. */
  readonly use?: string | null;
};

/** One test for each world: a sentence, the world, and what a check there must conclude. */
export function judges(rows: readonly (readonly [string, World, Expected])[]): void {
  test.each(rows)('%s', (_title, world, expected) => {
    const { verdict, findings, evidence } = judge(world);
    const codes = findings.map(({ code }) => code);
    const words = [verdict.headline, verdict.detail, ...verdict.advice].join('\n');
    expect(verdict.code, words).toBe(expected.verdict);
    if (expected.confidence) expect(verdict.confidence).toBe(expected.confidence);
    if (expected.severity) expect(verdict.severity).toBe(expected.severity);
    for (const [code, severity] of Object.entries(expected.also ?? {})) {
      expect(findings.find((finding) => finding.code === code)?.severity, `${code} in ${codes}`).toBe(
        severity,
      );
    }
    for (const code of expected.not ?? []) expect(codes).not.toContain(code);
    for (const pattern of expected.says ?? []) expect(words).toMatch(pattern);
    for (const pattern of expected.saysNot ?? []) expect(words).not.toMatch(pattern);
    if (expected.use !== undefined) {
      const use = evidence.recommendation?.outgoing;
      expect(use ? `${use.host}:${use.port}/${use.security}` : null).toBe(expected.use);
    }
    expect(findings[0]).toEqual(verdict);
    expect(new Set(codes).size, 'one finding for each code').toBe(codes.length);
    for (const { headline, evidence: ids } of findings) {
      expect(headline.length, headline).toBeLessThanOrEqual(90);
      expect(ids.length).toBeGreaterThan(0);
    }
    expectSameWhenMasked(evidence);
  });
}

/** A source that names a host for sending and receiving. */
export function entry(source: Source, host: string, servers?: DiscoveryEntry['servers']): DiscoveryEntry {
  const submission = { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' } as const;
  return { source, asked: host, outcome: 'found', elapsedMs: 10, servers: servers ?? [submission] };
}

/** A certificate with something wrong. */
export function badCertificate(
  problem: NonNullable<TlsFacts['problem']>,
  change: Partial<TlsFacts> = {},
): { readonly tls: TlsFacts } {
  const isPrivate = problem === 'self-signed' || problem === 'untrusted-issuer';
  return {
    tls: tlsFacts({ trusted: false, problem, problems: [problem], isPubliclyIssued: !isPrivate, ...change }),
  };
}

function ownObservations({ host, ports, family = 4, address, change }: OwnHost): Observation[] {
  const base = { host, family, address: address ?? (family === 4 ? '192.0.2.10' : '2001:db8::10') };
  return each(ports, (port, fate, index) => {
    const protocol = protocols[port] ?? 'smtp';
    const role = protocol === 'smtp' || protocol === 'tcp' ? 'outgoing' : 'incoming';
    const place = {
      ...base,
      role,
      protocol,
      port,
      security: conventionalSecurity(port),
      startedMs: index * 300,
    } as const;
    return happens(fate, { ...place, ...change });
  });
}

function controls(world: World): Observation[] {
  const large = (operator: string, ports: Ports | undefined, family: Family, last: number): Observation[] =>
    control(
      operator,
      'large',
      ports ?? {},
      family,
      family === 4 ? `198.51.100.${last}` : `2001:db8:1::${last}`,
    );
  return [
    ...large('google.com', world.google ?? world.large, 4, 20),
    ...large('gmx.net', world.large, 4, 30),
    ...large('google.com', world.large6, 6, 20),
    ...large('gmx.net', world.large6, 6, 30),
    ...control('posteo.de', 'small', world.small ?? {}, 4, '198.51.100.40'),
    ...(world.notListening
      ? control('iana.org', 'large', { 25: world.notListening }, 4, '198.51.100.50').map(
          (o): Observation => ({ ...o, control: 'not-listening', host: 'example.com' }),
        )
      : []),
  ];
}

function control(
  operator: string,
  size: 'large' | 'small',
  ports: Ports,
  family: Family,
  address: string,
): Observation[] {
  return each(ports, (port, fate) => {
    const { tls: _tls, ...timings } = anObservation().timings;
    const { tls: facts, auth: _auth, capabilities: _capabilities, ...plain } = anObservation();
    const isSecure = port === 465 || (typeof fate === 'object' && fate.security === 'starttls');
    return happens(fate, {
      ...(isSecure
        ? { tls: tlsFacts({ ...facts, names: [`smtp.${operator}`], fingerprint256: operator }) }
        : {}),
      ...(typeof fate === 'object' || fate === 'open' ? { timings } : {}),
      ...plain,
      timings: isSecure ? anObservation().timings : timings,
      role: 'reference',
      control: 'mail',
      operator,
      operatorSize: size,
      host: `smtp.${operator}`,
      greeting: `smtp.${operator} ESMTP`,
      serverName: `smtp.${operator}`,
      port,
      security: port === 465 ? 'tls' : 'none',
      family,
      address,
      // Silence has to last for a while before anybody is asked for comparison.
      startedMs: typeof fate === 'object' && fate.outcome === 'timeout' ? 1_700 : 260,
    });
  });
}

function web(world: World): Observation[] {
  const { web: fate = 'ok', byNumber } = world;
  const base = {
    role: 'portal',
    protocol: 'http',
    host: 'detectportal.firefox.com',
    port: 80,
    security: 'none',
  } as const;
  const place = { ...base, address: '203.0.113.80', startedMs: 260 };
  const answers: Partial<Record<string, NonNullable<Observation['web']>>> = {
    ok: { status: 200, isExpected: true, clockOffsetMs: 400 },
    redirect: { status: 302, isExpected: false, location: 'http://login.hotel.example/' },
    'other-page': { status: 200, isExpected: false },
  };
  const bare = { ...bareObservation(), ...place, elapsedMs: 90, timings: { dns: 5, connect: 40 } };
  const answer = typeof fate === 'string' ? answers[fate] : undefined;
  return [
    ...(answer
      ? [{ ...bare, web: answer, outcome: answer.isExpected ? ('ok' as const) : ('rejected' as const) }]
      : []),
    ...(typeof fate === 'object' ? [{ ...bare, ...fate }] : []),
    ...(fate === 'drop' ? [happens('drop', place)] : []),
    ...(byNumber
      ? ['1.1.1.1', '8.8.8.8'].map((address) =>
          happens(byNumber, {
            ...bareObservation(),
            role: 'reference',
            control: 'well-known-address',
            protocol: 'tcp',
            host: address,
            address,
            operator: address,
            port: 443,
            security: 'none',
            timings: { connect: 20 },
            startedMs: 260,
          }),
        )
      : []),
  ];
}

function lookups(world: World): Observation[] {
  const lookup = (change: Partial<Observation>): Observation => ({
    ...bareObservation(),
    elapsedMs: 30,
    timings: { dns: 30 },
    ...change,
  });
  const failed = (code: string): Partial<Observation> => ({
    outcome: 'dns-error',
    stage: 'dns',
    address: null,
    family: null,
    error: { code, message: code },
  });
  const { madeUpName: made } = world;
  const madeUp = {
    role: 'reference',
    control: 'made-up-name',
    protocol: 'tcp',
    port: 53,
    security: 'none',
    host: 'xqzvbnm.com',
  } as const;
  return [
    ...Object.entries(world.names ?? {}).map(([host, code]) =>
      lookup({ host, role: 'outgoing', protocol: 'smtp', ...failed(code) }),
    ),
    ...(made === undefined
      ? []
      : made === 'unknown' || made === 'no-answer'
        ? [lookup({ ...madeUp, ...failed(made === 'unknown' ? 'no-name' : 'no-dns-answer') })]
        : [lookup({ ...madeUp, address: made })]),
  ];
}

function bareObservation(): Observation {
  const {
    tls: _1,
    greeting: _2,
    serverName: _3,
    capabilities: _4,
    capabilitiesBeforeTls: _5,
    auth: _6,
    ...bare
  } = anObservation();
  return bare;
}

/** What stays of an observation that did not come to its end. */
const placeFields = new Set([
  'role',
  'protocol',
  'host',
  'port',
  'security',
  'address',
  'family',
  'startedMs',
  'control',
  'operator',
  'operatorSize',
]);

function happens(fate: Fate, place: Partial<Observation>): Observation {
  const { tls, timings } = place;
  const where: Partial<Observation> = Object.fromEntries(
    Object.entries(place).filter(([field]) => placeFields.has(field)),
  );
  const unconnected = { timings: { dns: 5 } };
  switch (fate) {
    case 'open':
      return place.protocol === 'tcp'
        ? { ...bareObservation(), ...place }
        : withoutTlsWherePlain(
            anObservation({ ...place, ...(tls ? { tls } : {}), ...(timings ? { timings } : {}) }),
          );
    case 'drop':
      return aFailedConnect({ ...where, ...unconnected });
    case 'lost':
      return aFailedConnect({ ...where, ...unconnected, attempts: 1, elapsedMs: 500 });
    case 'refuse':
      return aFailedConnect({
        ...where,
        ...unconnected,
        outcome: 'refused',
        elapsedMs: 45,
        attempts: 1,
        witnessed: true,
        error: { code: 'ECONNREFUSED', message: 'connection refused' },
      });
    case 'unreachable':
      return aFailedConnect({
        ...where,
        ...unconnected,
        outcome: 'unreachable',
        elapsedMs: 2,
        attempts: 6,
        witnessed: true,
        error: { code: 'ENETUNREACH', message: 'network is unreachable' },
      });
    case 'cancelled':
      return aFailedConnect({ ...where, ...unconnected, outcome: 'cancelled', elapsedMs: 200, attempts: 1 });
    case 'cut':
      return {
        ...bareObservation(),
        ...where,
        outcome: 'reset',
        stage: 'tls',
        timings: { dns: 5, connect: 40 },
        error: { code: 'ECONNRESET', message: 'connection reset' },
      };
    default:
      return withoutTlsWherePlain(
        anObservation({
          ...place,
          ...(fate.outcome && fate.outcome !== 'ok' ? { tls: undefined as never } : {}),
          ...fate,
        }),
      );
  }
}

/** Plain connections and connections that failed before TLS show no certificate. */
function withoutTlsWherePlain(o: Observation): Observation {
  if (o.security !== 'none' && o.tls !== undefined) return o;
  const { tls: _tls, ...rest } = o;
  if (o.stage === 'tls') return rest;
  const { tls: _time, ...timings } = rest.timings;
  return { ...rest, timings };
}

function each(ports: Ports, make: (port: number, fate: Fate, index: number) => Observation): Observation[] {
  return Object.entries(ports).flatMap(([port, fates]) =>
    (Array.isArray(fates) ? (fates as readonly Fate[]) : [fates as Fate]).map((fate, index) =>
      make(Number(port), fate, index),
    ),
  );
}

/** STARTTLS missing from, or overwritten in, the reply to EHLO. */
export const noStartTls: Partial<Observation> = {
  outcome: 'rejected',
  stage: 'starttls',
  timings: { dns: 5, connect: 40, greeting: 40, ehlo: 40 },
  auth: [],
  capabilitiesBeforeTls: ['SIZE 10000000'],
  error: { code: 'starttls-not-offered', message: 'STARTTLS is not offered' },
};
export const masked: Partial<Observation> = {
  ...noStartTls,
  greeting: '*****************',
  error: { code: 'starttls-masked', message: 'XXXXXXXA' },
};

/** A reply at the greeting. */
export function greetedWith(code: string, message: string): Partial<Observation> {
  return {
    outcome: 'rejected',
    stage: 'greeting',
    greeting: message,
    timings: { dns: 5, connect: 40, greeting: 40 },
    error: { code, message },
  };
}
