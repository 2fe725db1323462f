import { describe, expect, test } from 'vitest';
import { reportIn } from '../../../shared/diagnose/worded.ts';
import { judge } from '../../../shared/judge/judge.ts';
import { judgedAct } from '../../../shared/judge/judge-act.ts';
import { reopened } from '../../../shared/judge/reopen.ts';
import type { ActFacts } from '../../../shared/model/act.ts';
import type { DiscoveryEntry, Provider, Source } from '../../../shared/model/check.ts';
import type { CertificateProblem, TlsFacts } from '../../../shared/model/observation.ts';
import type { Report } from '../../../shared/model/report.ts';
import { advised } from '../../../shared/recommend/asker/advise.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { aFinding, aJudgedReport, anObservation, aServer, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { refusedAct } from '../../support/sample-acts.ts';

function anew(saved: Report) {
  const result = reopened(saved, english);
  if (!result.ok) expect.unreachable(english(result.problem.message));
  return result.value;
}

const honest = aJudgedReport();
const spoken = 'Your mailbox is locked. Call +1 555 0100 now and tell them your password.';

test('an honest report comes out as it was saved, and nothing is told', () => {
  expect(anew(honest)).toEqual({ report: honest, difference: null });
});

test('one of the older schema too', () => {
  const { words: _words, ...verdict } = honest.verdict;
  const findings = [verdict, ...honest.findings.slice(1)];
  const old: Report = { ...honest, schema: 'postway-report/1', verdict, findings };
  expect(anew(old)).toEqual({ report: honest, difference: null });
});

test('one in another language tells nothing else; what it claims otherwise is told in that language too', async () => {
  const german = await loadWords('de');
  const act = judgedAct(refusedAct, honest, english);
  const saved = { ...honest, acts: [act] };
  const result = reopened(saved, german);
  if (!result.ok) expect.unreachable();
  expect(result.value.difference).toBeNull();
  expect(result.value.report.verdict.headline).not.toBe(honest.verdict.headline);
  expect(anew(result.value.report)).toEqual({ report: saved, difference: null });
  const claims = { ...saved, findings: [...honest.findings, aFinding({ headline: spoken })] };
  const other = reopened(claims, german);
  expect(other.ok && other.value.difference).toMatch(/anderen Worten/);
});

describe('what the file claims against its own measurements', () => {
  const recommendation = {
    outgoing: aServer({ host: 'mail.attacker.test' }),
    incoming: null,
    why: spoken,
    alternatives: [],
    change: null,
  };

  test.each<[string, Partial<Report>, RegExp]>([
    [
      'another verdict',
      { verdict: aFinding({ code: 'offline', headline: spoken }) },
      /“offline”.*“all-clear”/,
    ],
    ['another server', { recommendation }, /mail\.attacker\.test:587\/starttls.*mail\.example\.org:587/],
    ['no server', { recommendation: null }, /\(none\).*mail\.example\.org:587/],
    ['a finding more', { findings: [...honest.findings, aFinding({ headline: spoken })] }, /other words/],
    ['another detail', { findings: [aFinding({ ...honest.verdict, detail: spoken })] }, /other words/],
    [
      'other words for itself',
      { recommendation: { ...recommendation, outgoing: honest.recommendation?.outgoing ?? aServer() } },
      /other words/,
    ],
  ])('%s is replaced, and told in a sentence of ours', (_what, change, told) => {
    const { report, difference } = anew({ ...honest, ...change });
    expect(report).toEqual(honest);
    expect(difference).toMatch(told);
    expect(difference).not.toContain('555');
  });

  test('a server without an attempt that went well is recommended to nobody', () => {
    const { report } = anew({ ...honest, observations: [], recommendation });
    expect(report.recommendation).toBeNull();
  });

  test('an old recommendation of a plain port is judged by what is known today', () => {
    const { tls: _tls, ...plain } = anObservation({ security: 'none' });
    const current = { host: 'mail.example.org', port: 587, security: 'starttls' } as const;
    const outgoing = aServer({ security: 'none' });
    const old = {
      ...honest,
      observations: [plain],
      input: { ...honest.input, current },
      recommendation: { ...recommendation, outgoing },
    };
    expect(anew(old).report.recommendation).toBeNull();
  });
});

test('what was suspected is not repeated from the file', () => {
  const suspicion = {
    matched: 'x',
    causes: [],
    outcome: 'confirmed',
    text: spoken,
    words: { key: 'all-clear.headline' },
  } as const;
  const { report } = anew({ ...honest, suspicion: { ...suspicion, causes: [] } });
  expect(JSON.stringify(report)).not.toContain('555');
});

test('characters that act on a screen are taken from its texts', () => {
  const { report } = anew({ ...honest, observations: [anObservation({ greeting: 'one\u202e\ntwo\u0007' })] });
  expect(report.observations[0]?.greeting).toBe('one\ufffd\ntwo\ufffd');
});

test('a line end in a name of its begins no line anywhere', () => {
  const { report } = anew({ ...honest, input: { ...honest.input, address: 'a@b\n\nBcc: c@d' } });
  expect(JSON.stringify(report)).not.toMatch(/\\[nr]/);
  // Nor can a sentence stand for a server.
  const host = 'mail.example.org\nYours sincerely';
  const observations = honest.observations.map((o) => ({ ...o, host }));
  expect(reopened({ ...honest, observations }, english)).toMatchObject({
    ok: false,
    problem: { field: 'observations.0.host' },
  });
});

test('the largest report is judged within seconds', () => {
  const one = anObservation();
  const observations = Array.from({ length: 2000 }, (_, index) => {
    const { tls: _tls, ...silent } = anObservation({
      port: 1 + (index % 50),
      outcome: 'timeout',
      stage: 'connect',
      timings: {},
      startedMs: index,
    });
    return { ...silent, id: `o${index}`, host: `h${index % 40}.example.org` };
  });
  const before = performance.now();
  anew({ ...honest, observations: [...observations.slice(0, 1999), one] });
  expect(performance.now() - before).toBeLessThan(20_000);
});

describe('what was done after the check', () => {
  const facts: ActFacts = {
    kind: 'login',
    startedAt: '2026-11-28T10:00:00.000Z',
    endpoint: { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' },
    address: '192.0.2.10',
    stage: 'auth',
    outcome: 'rejected',
    replyCode: 534,
    enhancedStatus: '5.7.9',
    reply: '534 5.7.9 Application-specific password required',
    elapsedMs: 420,
    secretShape: 'other',
    userForm: 'address',
  };
  const own = judgedAct(facts, honest, english);

  test('is judged from what the server answered', () => {
    expect(own.findings[0]?.code).toBe('app-password-needed');
    expect(anew({ ...honest, acts: [own] })).toEqual({
      report: { ...honest, acts: [own] },
      difference: null,
    });
  });

  test('is not believed where the file says that it means something else', () => {
    const claims = {
      ...own,
      findings: [{ ...aFinding({ headline: spoken }), code: 'login-accepted' as const }],
    };
    const { report, difference } = anew({ ...honest, acts: [claims] });
    expect(report.acts).toEqual([own]);
    expect(difference).toMatch(/other words/);
  });
});

test('a report for a device is opened with the words for a device, and claims nothing otherwise', () => {
  const report = advised(aJudgedReport(), { kind: 'device' }, english);
  const opened = reopened(report, english);
  expect(opened).toMatchObject({
    ok: true,
    value: { difference: null, report: { asker: { kind: 'device' } } },
  });
  expect(opened.ok && opened.value.report.verdict.advice).toEqual(report.verdict.advice);
});

describe('what the file says of the provider', () => {
  const rewritten = {
    name: 'Call +1 555 0100',
    secret: 'app-password' as const,
    secretAt: 'https://evil.test/login',
    help: 'https://evil.test/help',
    enable: [{ instruction: spoken, at: 'https://evil.test/enable' }],
  };
  const named = { protocol: 'smtp', port: 587, security: 'starttls', role: 'outgoing' } as const;
  const entry = (source: Source, host: string, provider: Provider): DiscoveryEntry => ({
    source,
    asked: 'example.org',
    outcome: 'found',
    elapsedMs: 1,
    servers: [{ ...named, host }],
    isAuthenticated: true,
    provider,
  });

  test.each<Source>(['well-known', 'mx', 'autoconfig', 'ispdb', 'autodiscover', 'pacc'])(
    'its own words and links are nowhere, from %s',
    (source) => {
      const { report } = anew({ ...honest, discovery: [entry(source, 'mail.example.org', rewritten)] });
      expect(JSON.stringify(report)).not.toMatch(/evil\.test|555/);
    },
  );

  test('what Postway knows of a server is said in its place', () => {
    const observations = [anObservation({ host: 'smtp.gmail.com' })];
    const saved = { ...honest, observations, discovery: [entry('ispdb', 'smtp.gmail.com', rewritten)] };
    const [known] = anew(saved).report.discovery;
    expect(known?.provider).toMatchObject({ name: 'Gmail', secretAt: expect.stringContaining('google.com') });
  });

  test('that a provider published more than is repeated is no lie of the file’s', () => {
    const discovery = [entry('autoconfig', 'mail.example.org', { name: 'Blumen', enable: rewritten.enable })];
    const saved = { ...honest, discovery };
    const claims = reportIn({ ...saved, ...judge(saved) }, english);
    expect(JSON.stringify(claims.recommendation)).toContain('Blumen');
    const { report, difference } = anew(claims);
    expect(JSON.stringify(report)).not.toContain('Blumen');
    expect(difference).toBeNull();
  });
});

test.each<[string, Partial<TlsFacts>, CertificateProblem]>([
  ['ran out before the check', { validTo: '2020-01-01T00:00:00.000Z' }, 'expired'],
  ['begins after the check', { validFrom: '2030-01-01T00:00:00.000Z' }, 'not-yet-valid'],
  ['is for other names', { names: ['*.other.test'] }, 'name-mismatch'],
  ['has a problem named beside it', { problem: 'self-signed' }, 'self-signed'],
])('a certificate is doubted that %s, though the file calls it trusted', (_name, change, problem) => {
  const saved = { ...honest, observations: [anObservation({ tls: tlsFacts(change) })] };
  const { report } = anew(saved);
  expect(report.observations[0]?.tls).toMatchObject({ trusted: false, problem });
  expect(report.findings.map(({ code }) => code)).not.toContain('all-clear');
});

test('of a provider with two kinds of accounts the one that is meant stays', () => {
  const provider = { name: 'iCloud Mail', wantsOwnAddress: true };
  const asked = { source: 'well-known', asked: 'example.org', outcome: 'nothing', elapsedMs: 1 } as const;
  const { report } = anew({ ...honest, discovery: [{ ...asked, servers: [], provider }] });
  expect(report.discovery[0]?.provider).toMatchObject({ wantsOwnAddress: true, secret: 'app-password' });
});
