import { describe, expect, test } from 'vitest';
import { paintFor } from '../../../electron/cli/paint.ts';
import { renderResult } from '../../../electron/cli/result.ts';
import type { Report } from '../../../shared/model/report.ts';
import { aFinding, anObservation, aReport, aServer, tlsFacts } from '../../support/builders.ts';
import { fc } from '../../support/invented-inputs.ts';
import { fakeShell } from './fake-shell.ts';

const { shell } = fakeShell();
const paint = paintFor(shell.stdout, shell, true);

function shown(report: Report, columns = 80): string {
  return renderResult(report, { columns, paint });
}

const blocked = aFinding({
  code: 'port-25-blocked',
  severity: 'problem',
  headline: 'Your internet provider does not let mail programs use port 25.',
  detail:
    'Port 25 does not answer, neither at your own mail server nor at the servers of three other providers, while other ports of the same servers do. Many internet providers block this port on purpose, against spam.',
  advice: [
    'Change the outgoing port in your mail program to the one below; nothing else needs to be done.',
    'You need not ask your internet provider: the block is meant to stay.',
    'A third piece of advice that only matters when nothing works.',
  ],
});

const report = aReport({
  verdict: blocked,
  findings: [
    blocked,
    aFinding({
      code: 'ipv6-unreachable',
      severity: 'warning',
      headline: 'IPv6 does not work for this server.',
    }),
    aFinding({ code: 'port-closed', severity: 'note', headline: 'Port 2525 is closed.' }),
  ],
  elapsedMs: 1840,
  observations: [anObservation(), anObservation()],
  recommendation: {
    outgoing: aServer(),
    incoming: aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }),
    why: 'It works.',
    alternatives: [],
    change: [
      { field: 'port', from: '25', to: '587' },
      { field: 'security', from: 'none', to: 'starttls' },
    ],
  },
});

test('one observation is one', () => {
  const report = aReport({ observations: [anObservation()] });
  expect(shown(report)).toMatch(/^1 observation in /m);
});

describe('settings that mail programs refuse, beside another verdict', () => {
  const inDoubt = anObservation({
    id: 'o9',
    tls: tlsFacts({ trusted: false, problem: 'name-mismatch', problems: ['name-mismatch'] }),
  });
  const misnamed = aFinding({
    code: 'certificate-name-mismatch',
    severity: 'problem',
    headline: 'mail.example.org shows a certificate for another name.',
    evidence: ['o9'],
  });
  const doubtful = { ...report, findings: [blocked, misnamed], observations: [inDoubt] };

  test('never stand without the reason before them, which is told once', () => {
    const text = shown(doubtful).replaceAll('\n', ' ');
    expect(text).toMatch(
      /another name\. Until that is put right, mail programs refuse to connect with these settings\. +Settings/,
    );
    expect(text).not.toContain('Also:');
  });

  test('nothing is added where the verdict is about that, nor beside settings that are safe', () => {
    expect(shown({ ...doubtful, verdict: misnamed, findings: [misnamed] })).not.toContain('put right');
    expect(shown({ ...doubtful, observations: [anObservation({ id: 'o9' })] })).not.toContain('put right');
  });
});

test('a usual result says what stops the mail, the settings, what to change and where the proof is', () => {
  expect(shown(report)).toBe(`Your internet provider does not let mail programs use port 25.
Port 25 does not answer, neither at your own mail server nor at the servers of
three other providers, while other ports of the same servers do. Many internet
providers block this port on purpose, against spam.

Settings      Sending              Receiving
  Server      mail.example.org     imap.example.org
  Port        587                  993
  Encryption  STARTTLS             SSL/TLS
  User name   you@example.org      you@example.org
  Password    your mail password   your mail password

Change this in your mail program
  Port        25    ->  587
  Encryption  none  ->  STARTTLS

What helps
  - Change the outgoing port in your mail program to the one below; nothing else
    needs to be done.

Also: IPv6 does not work for this server.
2 observations in 1.8 s. The proof of each: run it again with --json.
`);
});

test('what a person has to know before typing the settings in is said: whose password, and what came unprotected', () => {
  const { host } = aServer();
  const server = { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' } as const;
  const answer = { asked: 'example.org', outcome: 'found', elapsedMs: 1, servers: [server] } as const;
  const provider = {
    name: 'Example Mail',
    secret: 'app-password',
    secretAt: 'https://example.org/passwords',
  } as const;
  const known = shown({ ...report, discovery: [{ ...answer, source: 'well-known', provider } as never] });
  expect(known).toContain('  Password    an app password');
  expect(known).toContain('https://example.org/passwords');
  expect(known).not.toContain('changed on the way');

  const unsure = { ...answer, source: 'srv', isAuthenticated: false } as const;
  expect(shown({ ...report, discovery: [unsure as never] }).replace(/\s+/g, ' ')).toContain(
    `The name ${host} lies outside your address's domain and came from DNS`,
  );
});

test('fits a screen of 24 lines, with the shell prompt below it', () => {
  expect(
    shown({ ...report, practice: true })
      .trimEnd()
      .split('\n').length,
  ).toBeLessThan(24);
});

test('without settings, all the advice is given', () => {
  const text = shown({ ...report, recommendation: null });
  expect(text).toContain('No setting for sending works from here.');
  expect(text).toContain('A third piece of advice');
  expect(text).not.toContain('Change this');
});

test('settings for sending alone stand in one column', () => {
  const text = shown(aReport());
  expect(text).toContain(
    'Settings that work for sending\n  Server      mail.example.org\n  Port        587\n',
  );
  expect(text).not.toContain('Receiving');
});

test('names too long for two columns stand one below the other', () => {
  const host = `${'a-long-label.'.repeat(4)}example.org`;
  const { recommendation } = report;
  if (!recommendation) throw new Error('the fixture has one');
  const text = shown({ ...report, recommendation: { ...recommendation, outgoing: aServer({ host }) } });
  expect(text).toContain(`Settings that work for sending\n  Server      ${host}\n`);
  expect(text).toContain('Settings that work for receiving\n  Server      imap.example.org\n');
});

test.each([40, 60, 80, 200])('no sentence is wider than %d columns or 80', (columns) => {
  const sentences = shown({ ...report, recommendation: null }, columns).split('\n');
  for (const line of sentences) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 80));
});

describe('says plainly', () => {
  test('that it is practice', () => {
    expect(shown(aReport({ practice: true }))).toMatch(/^PRACTICE: a made-up network\./);
  });
  test('that it was stopped', () => {
    expect(shown(aReport({ interrupted: true }))).toMatch(/^Stopped before the end\./);
    const empty = shown(aReport({ interrupted: true, recommendation: null }));
    expect(empty).toContain('No setting that works had been found by then.');
    expect(empty).not.toContain('works from here');
  });
  test('how sure it is', () => {
    expect(shown(aReport({ verdict: { ...blocked, confidence: 'likely' } }))).toContain(
      '(Likely, but not proven.)',
    );
    expect(shown(aReport({ verdict: blocked }))).not.toContain('proven.)');
  });
  test('that nothing has to change', () => {
    const { recommendation } = aReport();
    if (!recommendation) throw new Error('the fixture has one');
    expect(shown(aReport({ recommendation: { ...recommendation, change: [] } }))).toContain(
      'Your mail program already has these settings.',
    );
  });
  test('what a setting without encryption means', () => {
    const { recommendation } = aReport();
    if (!recommendation) throw new Error('the fixture has one');
    const why = 'Your password can be read on the way.';
    const plain = { ...recommendation, outgoing: aServer({ security: 'none' }), why };
    expect(shown(aReport({ recommendation: plain }))).toContain(why);
  });
  test('how many more problems there are', () => {
    const others = ['a', 'b', 'c', 'd', 'e'].map((headline) => aFinding({ severity: 'problem', headline }));
    expect(shown(aReport({ findings: [aFinding(), ...others] }))).toContain(
      'Also: c\nAnd 2 more problems.\n',
    );
  });
  test('that the server wants no login', () => {
    const { recommendation } = aReport();
    if (!recommendation) throw new Error('the fixture has one');
    const open = { ...recommendation, outgoing: aServer({ auth: 'none' }) };
    expect(shown(aReport({ recommendation: open }))).toContain('User name   none needed');
  });
});

test('colours what a person looks for, and only when asked', () => {
  const coloured = paintFor(shell.stdout, { environment: { FORCE_COLOR: '1' } }, false);
  expect(renderResult(report, { columns: 80, paint: coloured })).toContain(
    '\u001b[31mYour internet provider',
  );
  expect(shown(report)).not.toContain('\u001b');
});

test('nothing in a report acts on the terminal or forges a line', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u001b', '\n', '\r', '\u009b', '\u202e', '\u0007', ' '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  });
  const withText = (text: string) =>
    shown(
      aReport({
        verdict: aFinding({ headline: text, detail: text, advice: [text] }),
        findings: [aFinding(), aFinding({ severity: 'problem', headline: text })],
        recommendation: {
          outgoing: aServer({ host: text, username: text, security: 'none' }),
          incoming: aServer({ host: text, username: text }),
          why: text,
          alternatives: [],
          change: [{ field: 'host', from: text, to: text }],
        },
      }),
      1000,
    );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(withText(text)).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*(\n[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*)*$/u);
    }),
    { numRuns: 300 },
  );
});
