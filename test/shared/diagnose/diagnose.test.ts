import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../shared/diagnose/diagnose.ts';
import type { Evidence } from '../../../shared/diagnose/evidence.ts';
import { rules } from '../../../shared/diagnose/rules/index.ts';
import { reportIn, worded } from '../../../shared/diagnose/worded.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import {
  CertificateProblem,
  hasConnected,
  type Observation,
  Outcome,
  Stage,
  type TlsFacts,
} from '../../../shared/model/observation.ts';
import { parseReport, renderReport } from '../../../shared/model/report.ts';
import { recommend } from '../../../shared/recommend/recommend.ts';
import { anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { fc } from '../../support/invented-inputs.ts';
import { evidenceOf, type Fate } from './world.ts';

test('every finding code of the contract has one rule, and what is left stands last', () => {
  expect(rules.map(({ code }) => code).toSorted()).toEqual([...FindingCode.options].toSorted());
  expect(rules.slice(-2).map(({ code }) => code)).toEqual(['inconclusive', 'all-clear']);
});

test('a rule gives way only to rules that were asked before it', () => {
  const codes = rules.map(({ code }) => code);
  for (const { code, unless } of rules) {
    if (unless === undefined || unless === 'any problem') continue;
    for (const other of unless)
      expect(codes.indexOf(other), `${code} unless ${other}`).toBeLessThan(codes.indexOf(code));
  }
});

test('a saved report is judged again with the same result', () => {
  const evidence = evidenceOf({
    own: { 25: 'drop', 465: 'open', 587: 'open', 993: 'open' },
    large: { 25: 'drop' },
    small: { 25: 'refuse' },
    interrupted: true,
  });
  const judged = diagnose(evidence);
  const { observations, discovery, input } = evidence;
  const report = reportIn(
    {
      ...judged,
      tool: { name: 'Postway', version: '0.0.0' },
      startedAt: '2026-11-23T12:00:00.000Z',
      elapsedMs: 1900,
      practice: false,
      interrupted: true,
      input,
      recommendation: recommend(evidence),
      observations: [...observations],
      discovery: [...discovery],
    },
    english,
  );
  const read = parseReport(renderReport(report));
  if (!read.ok) expect.unreachable(english(read.problem.message));
  expect(read.value).toEqual(report);
  expect(diagnose(read.value)).toEqual(judged);
});

describe('whatever was observed', () => {
  const host = fc.constantFrom('mail.example.org', 'smtp.example.org', 'example.org', 'mx.example.net');
  const port = fc.constantFrom(25, 26, 465, 587, 2525, 993, 143, 443, 53, 80);
  const timings = fc.record(
    {
      connect: fc.integer({ min: 0, max: 400 }),
      greeting: fc.integer({ min: 0, max: 20_000 }),
      tls: fc.nat(300),
    },
    { requiredKeys: [] },
  );
  const tls: fc.Arbitrary<TlsFacts> = fc
    .record({
      problems: fc.uniqueArray(fc.constantFrom(...CertificateProblem.options), { maxLength: 3 }),
      version: fc.constantFrom('TLSv1.3', 'TLSv1.2', 'TLSv1.1'),
      topIssuer: fc.constantFrom('CN=A Root', 'CN=Mail Shield', ''),
      names: fc.array(host, { maxLength: 3 }),
      isPubliclyIssued: fc.boolean(),
    })
    .map((some) =>
      tlsFacts({
        ...some,
        trusted: some.problems.length === 0,
        ...(some.problems[0] ? { problem: some.problems[0] } : {}),
      }),
    );
  const error = fc.record({
    code: fc.constantFrom(
      'no-answer',
      'no-name',
      'no-dns-answer',
      'starttls-masked',
      'starttls-not-offered',
      'not-tls',
      'no-greeting',
      '421',
      '554',
      'http-answer',
    ),
    message: fc.oneof(fc.constant('blocked using zen.spamhaus.org'), fc.string({ maxLength: 300 })),
  });
  const some: fc.Arbitrary<Observation> = fc
    .record({
      place: fc.oneof(
        fc.record({ role: fc.constantFrom('outgoing' as const, 'incoming' as const), host }),
        fc.constantFrom('google.com', 'gmx.net', 'posteo.de').map((operator) => ({
          role: 'reference' as const,
          control: 'mail' as const,
          host: `smtp.${operator}`,
          operator,
          operatorSize: operator === 'posteo.de' ? ('small' as const) : ('large' as const),
        })),
        fc
          .constantFrom('not-listening' as const, 'made-up-name' as const, 'well-known-address' as const)
          .map((control) => ({
            role: 'reference' as const,
            control,
            host: control === 'well-known-address' ? '1.1.1.1' : 'example.com',
          })),
        fc.record({
          role: fc.constant('portal' as const),
          host: fc.constant('portal.example'),
          web: fc.record({
            status: fc.constantFrom(200, 302, 404, 511),
            isExpected: fc.boolean(),
            clockOffsetMs: fc.constantFrom(0, 9e8, -9e10),
          }),
        }),
      ),
      facts: fc.record(
        {
          tls,
          error,
          greeting: fc.string({ maxLength: 60 }),
          auth: fc.array(fc.constantFrom('PLAIN', 'XOAUTH2')),
        },
        { requiredKeys: [] },
      ),
      protocol: fc.constantFrom('smtp' as const, 'imap' as const, 'tcp' as const),
      port,
      security: fc.constantFrom('none' as const, 'starttls' as const, 'tls' as const),
      address: fc.constantFrom('192.0.2.1', '192.0.2.2', '10.0.0.1', null),
      family: fc.constantFrom(4 as const, 6 as const, null),
      outcome: fc.constantFrom(...Outcome.options),
      stage: fc.constantFrom(...Stage.options),
      startedMs: fc.nat(3000),
      elapsedMs: fc.nat(3000),
      attempts: fc.nat(6),
      timings,
    })
    .map(({ place, facts, ...rest }) => {
      const { tls: _tls, greeting: _greeting, auth: _auth, ...bare } = anObservation();
      return { ...bare, ...rest, ...place, ...facts };
    });
  const input: fc.Arbitrary<Evidence['input']> = fc.record(
    {
      address: fc.constant('you@example.org'),
      domain: fc.constant('example.org'),
      server: fc.constantFrom('mail.example.org', 'mail.example.org:587'),
      current: fc.record({
        host,
        port,
        security: fc.constantFrom('none' as const, 'starttls' as const, 'tls' as const),
      }),
      references: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const evidence: fc.Arbitrary<Evidence> = fc
    .record({
      observations: fc
        .array(some, { maxLength: 25 })
        .map((all) => all.map((o, index) => ({ ...o, id: `o${index}` }))),
      input,
      interrupted: fc.boolean(),
    })
    .map((all) => ({ ...all, discovery: [], recommendation: recommend({ ...all, discovery: [] }) }));

  test('there is a verdict, in words, and it stands on observations that exist', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const { verdict, findings } = diagnose(all);
        const ids = new Set(all.observations.map(({ id }) => id));
        expect(findings[0]).toEqual(verdict);
        for (const finding of findings) {
          const { headline, detail, advice, evidence: proof } = worded(finding, english);
          for (const sentence of [headline, detail, ...advice]) {
            expect(sentence.trim()).not.toBe('');
            expect(sentence.length).toBeLessThanOrEqual(2000);
          }
          expect(headline.length).toBeLessThanOrEqual(90);
          expect(proof.every((id) => ids.has(id))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a blocked port 25 is never claimed unless the controls of two operators fail on it', () => {
    // Mostly worlds that are nearly blocked: the interesting ones are a hair's breadth away from the claim.
    const fate = fc.constantFrom<Fate>('drop', 'drop', 'refuse', 'unreachable', 'open', 'lost', 'cancelled');
    const nearly = fc.record({
      own: fc.record({ 25: fate, 587: fc.constantFrom<Fate>('open', 'drop') }),
      own6: fc.option(fc.record({ 25: fate, 587: fate }), { nil: {} }),
      google: fc.record({ 25: fate }),
      large: fc.record({ 25: fate }),
      large6: fc.option(fc.record({ 25: fate }), { nil: {} }),
      small: fc.option(fc.record({ 25: fate }), { nil: {} }),
    });
    let claims = 0;
    fc.assert(
      fc.property(nearly, (world) => {
        const all = evidenceOf(world);
        if (!diagnose(all).findings.some(({ code }) => code === 'port-25-blocked')) return;
        claims += 1;
        const asked = all.observations.filter((o) => o.control === 'mail' && o.port === 25);
        const isClaimedOver = ([4, 6] as const).some((family) => {
          const same = asked.filter((o) => o.family === family);
          const failing = same.filter((o) => ['timeout', 'refused', 'unreachable'].includes(o.outcome));
          const operators = new Set(
            failing.filter((o) => (o.attempts ?? 0) >= 3 || o.outcome !== 'timeout').map((o) => o.operator),
          );
          return operators.size >= 2 && !same.some(hasConnected);
        });
        expect(isClaimedOver).toBe(true);
      }),
      { numRuns: 1500 },
    );
    // About 70 on average: chance alone must not fail the test.
    expect(claims).toBeGreaterThan(15);
  });

  test('no block of the network is ever claimed without controls', () => {
    const blocks = [
      'port-25-blocked',
      'mail-allow-list',
      'submission-blocked',
      'mail-ports-blocked',
      'server-down',
    ];
    fc.assert(
      fc.property(evidence, (all) => {
        const own = all.observations.filter((o) => o.role !== 'reference');
        const { findings } = diagnose({
          ...all,
          observations: own,
          input: { ...all.input, references: false },
        });
        expect(findings.map(({ code }) => code).filter((code) => blocks.includes(code))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

test('under random loss, with nothing blocked, no block is ever claimed', () => {
  const lossy = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(lossy, (lost) => {
      const fate = (index: number) => (lost[index] ? ('lost' as const) : ('open' as const));
      const { findings } = diagnose(
        evidenceOf({
          own: { 25: fate(0), 465: fate(1), 587: fate(2), 993: fate(3) },
          large: { 25: fate(4), 465: fate(5), 587: fate(6) },
          small: { 25: fate(7), 465: fate(8), 587: fate(9) },
        }),
      );
      const codes = findings.map(({ code }) => code);
      expect(codes.filter((code) => /blocked|allow-list|server-down|closed/.test(code))).toEqual([]);
    }),
  );
});

describe('a rule with a bug of ours', () => {
  const blocked = evidenceOf({
    own: { 25: 'drop', 465: 'open', 587: 'open', 993: 'open' },
    large: { 25: 'drop' },
    small: { 25: 'drop' },
  });
  const healthy = evidenceOf({ own: { 25: 'open', 465: 'open', 587: 'open', 993: 'open' } });
  const bug = new TypeError('x is undefined');

  /** The judgement when this rule throws, and what was reported. */
  function judgedWithout(code: string, evidence: Evidence) {
    const bugs: unknown[] = [];
    const broken = rules.map((rule) => {
      const find = (): never => {
        throw bug;
      };
      return rule.code === code ? { ...rule, find } : rule;
    });
    const judged = diagnose(evidence, { rules: broken, onBug: (caught) => bugs.push(caught) });
    return { ...judged, bugs, codes: judged.findings.map((finding) => finding.code) };
  }

  test('costs its finding and is named', () => {
    const { verdict, brokenRules, bugs, codes } = judgedWithout('slow-greeting', healthy);
    expect(verdict.code).toBe('all-clear');
    expect({ brokenRules, bugs, codes }).toEqual({
      brokenRules: ['slow-greeting'],
      bugs: [bug],
      codes: ['all-clear'],
    });
  });

  test('does not touch a problem that is nearer the user', () => {
    expect(diagnose(blocked).verdict.code).toBe('port-25-blocked');
    const { verdict, brokenRules } = judgedWithout('slow-greeting', blocked);
    expect({ code: verdict.code, brokenRules }).toEqual({
      code: 'port-25-blocked',
      brokenRules: ['slow-greeting'],
    });
  });

  test('leaves open what it might have explained, rather than say something else', () => {
    const { verdict, codes } = judgedWithout('port-25-blocked', blocked);
    expect(verdict.code).toBe('inconclusive');
    expect(verdict.evidence).toEqual([]);
    expect(codes).not.toContain('all-clear');
  });

  test('of whatever kind, is never followed by another problem than the true one as the verdict', () => {
    const { code } = diagnose(blocked).verdict;
    for (const rule of rules) {
      const { verdict } = judgedWithout(rule.code, blocked);
      expect([code, 'inconclusive'], rule.code).toContain(verdict.code);
    }
  });

  test('is told to who asks for the judgement without a place for bugs', () => {
    const broken = [{ ...(rules[0] as (typeof rules)[number]), find: () => expect.unreachable() }];
    expect(() => diagnose(healthy, { rules: broken })).toThrow();
  });

  test('a saved report of a check that ended with a bug is judged the same again', () => {
    const { verdict, findings } = diagnose({ ...blocked, internal: true });
    expect(verdict).toMatchObject({ code: 'inconclusive', evidence: [] });
    expect(findings).toEqual([verdict]);
  });
});
