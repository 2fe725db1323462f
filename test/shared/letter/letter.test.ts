import { expect, test } from 'vitest';
import { attemptsIn } from '../../../shared/letter/attempts.ts';
import { letterTo } from '../../../shared/letter/letter.ts';
import { recipients } from '../../../shared/letter/recipients.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { languages } from '../../../shared/text/languages.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { aControl, aFailedConnect, aJudgedReport, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { blockedReport } from '../../support/sample-reports.ts';

const report = { ...blockedReport, startedAt: '2026-11-28T23:59:58.900Z' };
const letter = (recipient: (typeof recipients)[number], from = report, withAddress = false) => {
  const written = letterTo(recipient, from, { say: english, withAddress });
  if (!written.ok) expect.unreachable();
  return written.value;
};

test.each(recipients)('to the %s: facts and a request, on one page, without the person', (recipient) => {
  const { subject, text } = letter(recipient);
  expect(subject).toContain('mail.example.org');
  expect(text).not.toContain('you@example.org');
  expect(text.split('\n').length).toBeLessThan(50);
  expect(text).toContain('2026-11-28 23:59:58  mail.example.org:25');
  expect(text).toContain('over IPv4, 192.0.2.10: no answer');
  expect(text).toContain('smtp.gmail.com:587');
  expect(text).toMatch(/Please /);
});

test('a letter about the practice network says so first', () => {
  expect(letter('hoster', { ...report, practice: true }).text).toMatch(/^Practice: /);
  expect(letter('hoster').text).not.toContain('Practice');
});

test('the address stands in it when the person wants that', () => {
  expect(letter('mail-provider', report, true).text).toContain('The account is you@example.org.');
});

test('a hundred attempts still make one page, and the rest is counted', () => {
  const observations = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0
      ? aFailedConnect({ startedMs: index, port: 1000 + index })
      : aControl('gmx.net', { startedMs: index, port: 1000 + index }),
  );
  const { text } = letter('administrator', aJudgedReport({ observations }));
  expect(text.split('\n').length).toBeLessThan(50);
  expect(text).toContain('and 42 more attempts');
});

test('attempts that ended alike are one line, with how many they were and when the last was', () => {
  const at = (startedMs: number) => aFailedConnect({ startedMs });
  const observations = [at(0), at(2000), at(5000), aFailedConnect({ startedMs: 3000, port: 26 })];
  const lines = letter('hoster', aJudgedReport({ startedAt: report.startedAt, observations })).text.split(
    '\n',
  );
  const about = lines.filter((line) => line.includes('mail.example.org:'));
  expect(about).toHaveLength(2);
  expect(about[0]).toMatch(/^ {2}2026-11-28 23:59:58 .*no answer \(3 times, last at 2026-11-29 00:00:03\)$/);
});

test('a server without encryption is told in words, and no words are put into its mouth', () => {
  const error = { code: 'starttls-not-offered', message: 'the server does not offer to begin TLS' };
  const observations = [anObservation({ outcome: 'rejected', stage: 'starttls', error })];
  const { text } = letter('mail-provider', aJudgedReport({ observations }));
  expect(text).toContain(': the server does not offer encryption (STARTTLS)');
  expect(text).not.toContain('starttls-not-offered');
  expect(text).not.toContain('turned away');
});

test('where nothing failed, there is nothing to write about', () => {
  expect(letterTo('hoster', aJudgedReport(), { say: english, withAddress: false })).toMatchObject({
    ok: false,
    problem: { message: { key: 'letter.nothing-failed' } },
  });
});

test('moments are in UTC to the second, over midnight and into a leap day', () => {
  const observations = [anObservation({ startedMs: 1500 })];
  const at = (startedAt: string) => attemptsIn(aJudgedReport({ startedAt, observations }))[0]?.at;
  expect(at('2028-02-28T23:59:59.000Z')).toBe('2028-02-29 00:00:00');
  expect(at('2026-06-30T12:00:00+02:00')).toBe('2026-06-30 10:00:01');
  expect(at('whenever')).toBe('');
});

test('a certificate in doubt is what a mail provider is written to about, and does not count as working', () => {
  const tls = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });
  const { text } = letter('mail-provider', aJudgedReport({ observations: [anObservation({ tls })] }));
  expect(text).toContain('What mail programs refuse or warn of:');
  expect(text).not.toContain('What failed:');
  expect(text).toContain('works, but the certificate is in doubt (has run out)');
  expect(text).not.toContain('What worked');
});

test.each(languages)('the subject tells a certificate from a connection, in %s', async (language) => {
  const say = await loadWords(language);
  const tls = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });
  const subjectOf = (...observations: Observation[]) => {
    const written = letterTo('mail-provider', aJudgedReport({ observations }), { say, withAddress: false });
    return written.ok ? written.value.subject : '';
  };
  const doubted = anObservation({ tls });
  const failed = aFailedConnect();
  const subjects = [subjectOf(failed), subjectOf(doubted), subjectOf(failed, doubted)];
  const certificate = /ertificat|ertificado|Zertifikat|証明書/;
  expect(subjects.map((subject) => certificate.test(subject))).toEqual([false, true, true]);
  expect(new Set(subjects.map((subject) => subject.replace(/[\d,]+/g, ''))).size).toBe(3);
  expect(subjects.every((subject) => subject.includes('mail.example.org'))).toBe(true);
});

test('whoever runs no server is not asked to let connections pass that pass already', () => {
  const tls = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });
  const doubted = aJudgedReport({ observations: [anObservation({ tls })] });
  const verdict = { ...doubted.verdict, code: 'inconclusive' as const };
  for (const recipient of ['administrator', 'internet-provider', 'hoster'] as const) {
    const { text } = letter(recipient, doubted);
    expect(text).toContain('does not lie with you');
    expect(text).toContain('the server’s certificate is what mail programs refuse');
    expect(text).not.toMatch(/filtered|TCP|TLS inspection/);
    const open = letter(recipient, { ...doubted, verdict }).text;
    expect(open).toContain('TLS inspection');
    expect(open).not.toMatch(/filtered|TCP/);
  }
});

test('a reply has its code once, and its reason', () => {
  const message = '5.7.1 mail.example.org: your address 203.0.113.77 is on the block list bl.example.org';
  const error = { code: '5.7.1', message };
  const observations = [anObservation({ outcome: 'rejected', stage: 'greeting', error })];
  const { text } = letter('mail-provider', aJudgedReport({ observations }));
  expect(text).toContain(`turned away with "${message}"`);
});

test('a refusal is quoted with its three digits, which stand in the log of whoever runs the server', () => {
  const refusal = { code: '5.7.1', replyCode: 554, message: '5.7.1 not welcome' };
  const about = (error: Observation['error']) =>
    letter(
      'mail-provider',
      aJudgedReport({ observations: [anObservation({ outcome: 'rejected', stage: 'greeting', error })] }),
    ).text;
  expect(about(refusal)).toContain('turned away with "554 5.7.1 not welcome"');
  expect(about({ ...refusal, message: '554 5.7.1 not welcome' })).toContain('"554 5.7.1 not welcome"');
  expect(about({ code: '554', message: 'not welcome' })).toContain('"554 not welcome"');
});

test('a check that saw no mail server accuses nobody', () => {
  const offline = { ...report, verdict: { ...report.verdict, code: 'offline' as const } };
  expect(letterTo('internet-provider', offline, { say: english, withAddress: false })).toMatchObject({
    ok: false,
    problem: { message: { key: 'letter.nothing-seen' } },
  });
});

test('encryption that is too old is a fault of its own: it is listed by its version, and no program can send so', () => {
  const tls = tlsFacts({ version: 'TLSv1' });
  const old = aJudgedReport({ observations: [anObservation({ tls }), anObservation({ port: 25, tls })] });
  expect(old.verdict.code).toBe('tls-too-old');
  const { subject, text } = letter('mail-provider', old);
  expect(subject).toMatch(/Ports 25 and 587 .*: encrypted connections fail$/);
  expect(text).toContain('I cannot send mail over your mail server.');
  expect(text).toMatch(/refuse or warn of:\n .*: answers, but only with TLS 1, which mail programs refuse/);
  expect(text).toContain('ports 25 and 587, encrypts only in a way that mail programs refuse');
  expect(text).not.toContain('put right what fails');
});

test('with a second check beside it, a letter tells how the ways that failed fared there, and of no others', () => {
  const other = aJudgedReport({
    startedAt: '2026-11-29T08:00:00.000Z',
    observations: [anObservation({ port: 25 }), anObservation({ port: 993 }), aControl('gmx.net')],
  });
  const written = (isOtherNetwork: boolean) => {
    const beside = { report: other, isOtherNetwork };
    const made = letterTo('internet-provider', report, { say: english, withAddress: false, beside });
    return made.ok ? made.value.text : '';
  };
  expect(written(true)).toMatch(
    /The same, from another network:\n {2}2026-11-29 08:00:00 {2}mail\.example\.org:25 .*: works\n\n/,
  );
  expect(written(false)).toContain('The same, at another time:\n  2026-11-29 08:00:00  mail.example.org:25');
  expect(written(true).split('The same, ')[1]).not.toContain(':993');
  expect(letter('internet-provider').text).not.toContain('The same');
});
