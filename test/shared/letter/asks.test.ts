import { expect, test } from 'vitest';
import { addresseeOf, clears } from '../../../shared/compare/addressee.ts';
import { accusedOf } from '../../../shared/diagnose/accused.ts';
import { requestOf } from '../../../shared/letter/asks.ts';
import { attemptsIn } from '../../../shared/letter/attempts.ts';
import { letterTo } from '../../../shared/letter/letter.ts';
import { measuredIn } from '../../../shared/letter/measured.ts';
import { type Recipient, recipients } from '../../../shared/letter/recipients.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import { sawServers } from '../../../shared/model/saw-servers.ts';
import { languages } from '../../../shared/text/languages.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { aFailedConnect, aFinding, aJudgedReport, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { recordedPractice } from '../../support/recorded-reports.ts';

const codes = FindingCode.options.filter((code) => sawServers(code) && code !== 'all-clear');
const pairs = codes.flatMap((code) => recipients.map((recipient) => [code, recipient] as const));
const carriers = recipients.filter((one) => one !== 'mail-provider');
const opens = /filtered or redirected|let outgoing TCP/;

const error = { code: '550', message: 'no' };
const expired = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });
/** Failures of every kind, so that each request finds what it speaks of. */
const motley = [
  aFailedConnect({ host: 'a.example', port: 25 }),
  anObservation({ host: 'a.example', port: 587, outcome: 'rejected', stage: 'greeting', error }),
  anObservation({ host: 'a.example', port: 465, security: 'tls', tls: expired }),
  anObservation({ host: 'a.example', port: 143, family: 4 }),
  aFailedConnect({ host: 'a.example', port: 143, family: 6 }),
  anObservation({ host: 'a.example', port: 993, security: 'tls', tls: tlsFacts({ version: 'TLSv1' }) }),
];

function askedOf(recipient: Recipient, code: FindingCode): string {
  const measured = measuredIn(attemptsIn(aJudgedReport({ observations: motley })));
  const { key, named, problem, what } = requestOf(recipient, code, measured);
  const ports = named.map(({ observation }) => observation.port);
  return english(key, { ports, count: ports.length, hosts: ['a.example'], problem, what });
}

test.each(pairs)('%s, to the %s: what is not theirs to mend is not asked of them', (code, recipient) => {
  const asked = askedOf(recipient, code);
  if (clears(code, recipient)) {
    expect(asked).toMatch(
      /does not lie with you|not with you|if not, I will turn|not with your server|whether/,
    );
    expect(asked).not.toMatch(/put right what fails|and open them|TCP connections/);
  }
  // Ports are asked to be opened only where a network closes them, or where it may be one.
  const accused = accusedOf(code);
  if (accused !== 'network' && accused !== 'nobody') expect(asked).not.toMatch(opens);
  // Whoever the verdict points at is asked for something.
  if (addresseeOf(code) === recipient) expect(asked).toMatch(/Please (?!tell me whether you know)/);
});

test.each([
  ['client-blocklisted', 'internet-provider', /turns away the IP address.*block list, or give me another/],
  ['client-blocklisted', 'administrator', /nothing has to be opened/],
  ['client-blocklisted', 'hoster', /nothing has to be opened/],
  ['client-blocklisted', 'mail-provider', /turned away before anybody can log in.*off the list/],
  ['client-refused', 'hoster', /PTR/],
  ['server-busy', 'internet-provider', /does not lie with you.*writing to the people who run the server/],
  ['server-busy', 'mail-provider', /overloaded or limits the connections/],
  ['port-25-blocked', 'mail-provider', /on the way to a\.example.*not with your server/],
  ['port-25-blocked', 'internet-provider', /nothing has to be opened for it/],
  ['port-25-blocked', 'administrator', /nothing has to be opened for it/],
  ['port-25-blocked', 'hoster', /open/],
  ['mail-allow-list', 'administrator', /let outgoing TCP connections to a\.example/],
  ['server-down', 'internet-provider', /other mail servers can be reached/],
  ['tls-intercepted', 'administrator', /TLS inspection/],
  ['starttls-stripped', 'internet-provider', /prevents encryption/],
  ['no-encryption', 'internet-provider', /does not lie with you/],
  ['no-encryption', 'mail-provider', /offer encryption there/],
  ['tls-too-old', 'mail-provider', /ports? 993, encrypts only in a way.*offer TLS 1\.2 or newer/],
  ['tls-too-old', 'internet-provider', /does not lie with you/],
  ['certificate-expired', 'mail-provider', /of a\.example.*Please renew it/],
  ['certificate-name-mismatch', 'mail-provider', /issued for this name/],
  ['certificate-chain-incomplete', 'mail-provider', /intermediate certificates/],
  ['certificate-untrusted', 'mail-provider', /whose issuer mail programs know/],
  ['certificate-expired', 'internet-provider', /does not lie with you.*certificate/],
  ['domain-not-found', 'mail-provider', /put the entry in DNS right/],
  ['clock-wrong', 'hoster', /on my own computer or in its settings, and not with you/],
] as const)('%s, to the %s', (code, recipient, said) => {
  expect(askedOf(recipient, code)).toMatch(said);
});

test('where the verdict leaves it open, nobody is asked to open what the server itself answered on', () => {
  const answered = anObservation({ outcome: 'rejected', stage: 'greeting', error });
  const about = (...observations: ReturnType<typeof anObservation>[]) => {
    const report = aJudgedReport({ observations });
    const verdict = { ...report.verdict, code: 'inconclusive' as const };
    const written = letterTo('hoster', { ...report, verdict }, { say: english, withAddress: false });
    return written.ok ? written.value.text : '';
  };
  expect(about(answered)).toContain('Nothing has to be opened.');
  expect(about(answered, aFailedConnect())).toMatch(opens);
});

test.each(recordedPractice())('$name: no letter asks for what passes to be opened', ({ report }) => {
  for (const recipient of carriers) {
    const written = letterTo(recipient, report, { say: english, withAddress: false });
    if (written.ok && opens.test(written.value.text)) expect(accusedOf(report.verdict.code)).toBe('network');
  }
});

test('a server that offers no login is asked for one, and what it does offer is not said to work', () => {
  const mute = { auth: [], host: 'a.example', tls: tlsFacts() };
  const observations = [
    anObservation({ ...mute, id: 'out-587', port: 587 }),
    anObservation({ ...mute, id: 'out-465', port: 465, security: 'tls' }),
    anObservation({ ...mute, id: 'in-993', role: 'incoming', protocol: 'imap', port: 993 }),
  ];
  const found = aFinding({ code: 'auth-not-offered', severity: 'problem', evidence: ['out-587', 'out-465'] });
  const report = { ...aJudgedReport({ observations }), verdict: found, findings: [found] };
  const written = (recipient: Recipient) => letterTo(recipient, report, { say: english, withAddress: false });
  const toServer = written('mail-provider');
  if (!toServer.ok) expect.unreachable();
  expect(toServer.value.subject).toBe('Ports 465 and 587 at a.example: no login is offered');
  expect(toServer.value.text).toContain('I cannot send mail over your mail server.');
  expect(toServer.value.text.match(/: answers, but offers no login$/gm)).toHaveLength(2);
  expect(toServer.value.text.match(/: works$/gm)).toHaveLength(1);
  expect(toServer.value.text).toMatch(/on ports 465 and 587 are made and encrypted.*\(SMTP AUTH\)/);
  const toCarrier = written('internet-provider');
  if (!toCarrier.ok) expect.unreachable();
  expect(toCarrier.value.text).toMatch(/does not lie with you.*Nothing has to be opened/);
});

test('the subject says that a server turned the connections away, where it did', () => {
  const subjectOf = (name: string): string => {
    const met = recordedPractice().find((one) => one.name === name);
    if (!met) expect.unreachable();
    const written = letterTo('mail-provider', met.report, { say: english, withAddress: false });
    return written.ok ? written.value.subject : '';
  };
  expect(subjectOf('practice-blocklisted')).toMatch(/the server turns me away$/);
  expect(subjectOf('practice-server-busy')).toMatch(/the server turns me away$/);
  expect(subjectOf('practice-server-down')).toMatch(/: connections fail$/);
  expect(subjectOf('practice-no-encryption')).toMatch(/: encrypted connections fail$/);
  expect(subjectOf('practice-tls-blocked')).toMatch(/: encrypted connections fail$/);
});

/** A page of A4 in a letter's type, and in a mail program's window. */
const page = { columns: 90, lines: 60 };

test.each(languages)('every letter about a practice situation is one page, in %s', async (language) => {
  const say = await loadWords(language);
  const isWide = language === 'ja';
  const tooLong = recordedPractice().flatMap(({ name, report }) =>
    recipients.flatMap((recipient) => {
      const written = letterTo(recipient, report, { say, withAddress: true });
      if (!written.ok) return [];
      const lines = written.value.text.split('\n').reduce((sum, line) => {
        const width = isWide ? [...line].reduce((w, c) => w + (c > '\u2e7f' ? 2 : 1), 0) : line.length;
        return sum + Math.max(1, Math.ceil(width / page.columns));
      }, 0);
      return lines > page.lines ? [`${name} ${recipient}: ${lines}`] : [];
    }),
  );
  expect(tooLong).toEqual([]);
});
