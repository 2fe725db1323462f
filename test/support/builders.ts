import { reportIn } from '../../shared/diagnose/worded.ts';
import { judge } from '../../shared/judge/judge.ts';
import type { CheckInput, DiscoveryEntry, Server } from '../../shared/model/check.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Observation, TlsFacts } from '../../shared/model/observation.ts';
import type { Report } from '../../shared/model/report.ts';
import { english } from './english.ts';

let counter = 0;

/** A working submission observation (587, STARTTLS, trusted certificate, login offered), changed as asked. */
export function anObservation(change: Partial<Observation> = {}): Observation {
  counter += 1;
  return {
    id: `o${counter}`,
    role: 'outgoing',
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    address: '192.0.2.10',
    family: 4,
    outcome: 'ok',
    stage: 'done',
    startedMs: 0,
    elapsedMs: 280,
    timings: { dns: 5, connect: 40, greeting: 40, ehlo: 80, starttls: 40, tls: 80 },
    greeting: 'mail.example.org ESMTP',
    serverName: 'mail.example.org',
    capabilities: ['SIZE 10000000', 'AUTH PLAIN LOGIN'],
    capabilitiesBeforeTls: ['SIZE 10000000', 'STARTTLS'],
    auth: ['PLAIN', 'LOGIN'],
    tls: tlsFacts(change.host === undefined ? {} : { names: [change.host] }),
    attempts: 1,
    ...change,
  };
}

/** An attempt that did not get a TCP connection. */
export function aFailedConnect(change: Partial<Observation> = {}): Observation {
  counter += 1;
  return {
    id: `o${counter}`,
    role: 'outgoing',
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 25,
    security: 'starttls',
    address: '192.0.2.10',
    family: 4,
    outcome: 'timeout',
    stage: 'connect',
    startedMs: 0,
    elapsedMs: 1450,
    timings: { dns: 5 },
    attempts: 4,
    error: { code: 'no-answer', message: 'no answer to 4 connection attempts' },
    ...change,
  };
}

/** A control that answered its greeting, or as asked. */
export function aControl(operator: string, change: Partial<Observation> = {}): Observation {
  const host = `smtp.${operator}`;
  const isHeard = change.outcome === undefined || change.outcome === 'ok';
  const base = isHeard ? anObservation({ host }) : aFailedConnect({ host });
  return {
    ...base,
    role: 'reference',
    control: 'mail',
    operator,
    operatorSize: 'large',
    address: '198.51.100.20',
    ...change,
  };
}

export function tlsFacts(change: Partial<TlsFacts> = {}): TlsFacts {
  return {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    trusted: true,
    problems: [],
    isPubliclyIssued: true,
    subject: 'CN=mail.example.org',
    issuer: 'CN=Public Authority R3,O=Public Authority,C=US',
    topIssuer: 'CN=Public Authority Root,O=Public Authority,C=US',
    names: ['mail.example.org'],
    validFrom: '2026-09-01T00:00:00.000Z',
    validTo: '2026-12-30T00:00:00.000Z',
    fingerprint256: 'AA:BB',
    chainLength: 2,
    ...change,
  };
}

export function aServer(change: Partial<Server> = {}): Server {
  return {
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    auth: 'password-cleartext',
    username: 'you@example.org',
    source: 'srv',
    ...change,
  };
}

export function aFinding(change: Partial<Finding> = {}): Finding {
  return {
    code: 'all-clear',
    severity: 'note',
    confidence: 'certain',
    headline: 'Everything works.',
    detail: 'The outgoing server answers.',
    advice: [],
    evidence: ['o1'],
    ...change,
  };
}

export function aReport(change: Partial<Report> = {}): Report {
  const verdict = change.verdict ?? aFinding();
  return {
    schema: 'postway-report/2',
    tool: { name: 'Postway', version: '0.1.0' },
    startedAt: '2026-11-23T12:00:00.000Z',
    elapsedMs: 900,
    practice: false,
    input: { address: 'you@example.org', domain: 'example.org' },
    verdict,
    findings: [verdict],
    recommendation: { outgoing: aServer(), incoming: null, why: 'It works.', alternatives: [], change: null },
    observations: [anObservation({ id: 'o1' })],
    discovery: [published],
    ...change,
  };
}

/** A report that says what follows from its observations, and nothing else: opened, it says the same. */
export function aJudgedReport(change: Partial<Report> = {}): Report {
  const report = aReport(change);
  const { schema: _schema, ...facts } = report;
  return reportIn({ ...facts, ...judge(facts) }, english);
}

const published: DiscoveryEntry = {
  source: 'srv',
  asked: '_submission._tcp.example.org',
  outcome: 'found',
  elapsedMs: 20,
  servers: [
    { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls', role: 'outgoing' },
  ],
};

/** What `postway check you@example.org` asks. */
export function aCheckInput(change: Partial<CheckInput> = {}): CheckInput {
  return {
    address: 'you@example.org',
    domain: 'example.org',
    ports: [25, 26, 465, 587, 2525],
    incoming: true,
    lookup: true,
    references: true,
    customReferences: [],
    resolvers: [],
    timeoutMs: 10_000,
    ...change,
  };
}

/** A connection to the user's server that was made as the check began and went on being heard, so that nobody cut the line meanwhile. */
export const heldThroughout: Observation = anObservation({
  id: 'held',
  role: 'incoming',
  protocol: 'imap',
  port: 993,
  security: 'tls',
  elapsedMs: 5_000,
  timings: { connect: 40, tls: 40, greeting: 40, ehlo: 4_880 },
});
