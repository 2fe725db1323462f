import { expect, test } from 'vitest';
import { attemptsIn, isDoubted } from '../../../shared/letter/attempts.ts';
import { letterTo } from '../../../shared/letter/letter.ts';
import { isMade, measuredIn, partOf, sendingOf } from '../../../shared/letter/measured.ts';
import { type Recipient, recipients } from '../../../shared/letter/recipients.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import type { Report } from '../../../shared/model/report.ts';
import { languages } from '../../../shared/text/languages.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import type { Say } from '../../../shared/text/words.ts';
import { aFailedConnect, aJudgedReport, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { recordedPractice } from '../../support/recorded-reports.ts';

const practice = recordedPractice().filter(
  ({ report }) => letterTo('hoster', report, { say: english, withAddress: false }).ok,
);
const letters = practice.flatMap(({ name, report }) =>
  recipients.map((recipient) => ({ name, recipient, report })),
);

function written(recipient: Recipient, report: Report, say: Say = english) {
  const letter = letterTo(recipient, report, { say, withAddress: false });
  if (!letter.ok) expect.unreachable();
  return letter.value;
}

function ownOf(report: Report): Observation[] {
  return attemptsIn(report)
    .map(({ observation }) => observation)
    .filter((o) => o.role !== 'reference');
}

/** The numbers of `ports 25, 26 and 587` behind the words of a sentence. */
function portsIn(text: string, sentence: RegExp): number[] {
  return (sentence.exec(text)?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
}

const made = /[Tt]he connections to \S+ on ports? ([\d, and]+) are made/;
const unmade = /No connection to \S+ on ports? ([\d, and]+) is made/;
const refusedWords = /turn(?:s|ed) away|cannot serve me/;

test.each(letters)(
  '$name to the $recipient: each port is said to be as it was seen',
  ({ recipient, report }) => {
    const { text, subject } = written(recipient, report);
    const own = ownOf(report);
    const at = (port: number) => own.filter((o) => o.port === port);
    for (const port of portsIn(text, made)) expect(at(port).every(isMade), `${port} is made`).toBe(true);
    for (const port of portsIn(text, unmade))
      expect(at(port).some(isMade), `${port} is not made`).toBe(false);
    // The reverse: beside ports that are made, none is left out to which no connection came about.
    if (made.test(text)) {
      const silent = own.filter((o) => !at(o.port).some(isMade)).map((o) => o.port);
      expect(portsIn(text, unmade)).toEqual([...new Set(silent)].sort((a, b) => a - b));
    }
    const works = (o: Observation) => o.outcome === 'ok' && !isDoubted(o);
    const named = subject.match(/^Ports? ([\d, and]+) at/)?.[1]?.match(/\d+/g) ?? [];
    for (const port of named.map(Number)) {
      if (subject.endsWith(': connections fail')) expect(at(port).some(works), `${port} fails`).toBe(false);
      if (subject.includes('turns me away'))
        expect(at(port).every((o) => o.outcome === 'rejected')).toBe(true);
    }
  },
);

test.each(letters)(
  '$name to the $recipient: who cannot send is who has no way that works',
  ({ recipient, report }) => {
    const outgoing = ownOf(report).filter((o) => o.role === 'outgoing');
    const { text } = written(recipient, report);
    expect(/cannot send mail/.test(text)).toBe(!outgoing.some((o) => o.outcome === 'ok'));
  },
);

test.each(letters)('$name to the $recipient: what is in doubt did not fail', ({ recipient, report }) => {
  const failed = written(recipient, report).text.match(/What failed:\n((?: {2}.*\n)*)/)?.[1] ?? '';
  expect(failed).not.toContain('works');
});

test.each(languages)('every letter names the same ports for the same reason, in %s', async (language) => {
  const say = await loadWords(language);
  const numbersOf = (text: string) => text.split('\n\n').at(-2)?.match(/\d+/g);
  for (const { recipient, report } of letters) {
    const [one, other] = [written(recipient, report), written(recipient, report, say)];
    expect(numbersOf(other.text)).toEqual(numbersOf(one.text));
    expect(other.subject.match(/\d+/g)).toEqual(one.subject.match(/\d+/g));
  }
});

test('about a server without encryption, the refused port is not said to be connected', () => {
  const { report } = practice.find(({ name }) => name === 'practice-no-encryption') ?? {};
  if (!report) expect.unreachable();
  const { text } = written('internet-provider', report);
  expect(portsIn(text, made)).toContain(587);
  expect(portsIn(text, made)).not.toContain(465);
  expect(portsIn(text, unmade)).toContain(465);
  expect(text).not.toMatch(refusedWords);
});

const expired = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });

test.each([
  ['none', [aFailedConnect(), anObservation({ role: 'incoming', port: 993 })]],
  ['plain', [aFailedConnect(), anObservation({ security: 'none', port: 587 })]],
  ['doubted', [anObservation({ tls: expired }), anObservation({ security: 'none', port: 25 })]],
  ['other', [aFailedConnect(), anObservation({ port: 465 }), anObservation({ tls: expired })]],
  ['other', [aFailedConnect({ role: 'incoming', port: 993 })]],
] as const)('what is left for sending: %s', (sending, observations) => {
  expect(sendingOf(measuredIn(attemptsIn(aJudgedReport({ observations: [...observations] }))))).toBe(sending);
});

test('over IPv6, only ports that work over IPv4 are said to be made there', () => {
  const measured = measuredIn(
    attemptsIn(
      aJudgedReport({
        observations: [
          anObservation({ port: 587, family: 4 }),
          aFailedConnect({ port: 587, family: 6 }),
          aFailedConnect({ port: 25, family: 6 }),
          aFailedConnect({ port: 25, family: 4 }),
        ],
      }),
    ),
  );
  const ports = (part: Parameters<typeof partOf>[1]) =>
    partOf(measured, part).map(({ observation }) => observation.port);
  expect(ports('over-6')).toEqual([587]);
  expect(ports('unmade')).toEqual([25, 25]);
});
