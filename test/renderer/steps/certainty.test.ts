import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { certaintyWords } from '../../../renderer/steps/certainty.ts';
import { settledBy } from '../../../renderer/steps/settled-by.ts';
import { isSettled } from '../../../shared/diagnose/accused.ts';
import { settledAdvice } from '../../../shared/diagnose/settled-advice.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import type { TextKey } from '../../../shared/text/catalogue.ts';
import { say } from '../../../shared/text/index.ts';
import { languages } from '../../../shared/text/languages.ts';
import { recordedPractice } from '../../support/recorded-reports.ts';

/** What doubts the cause that was named, or asks for the check that would show it. */
const doubting: readonly TextKey[] = [
  'finding.advice.hotspot',
  'mail-allow-list.advice.hotspot',
  'server-down.advice.ban',
  'inconclusive.advice.again',
  'inconclusive.advice.controls',
];
const doubtingDetail = /\.(possible|too-little|no-controls)$/;

describe('badge, title and advice of a practice situation are as sure as each other', () => {
  test.each(recordedPractice().map(({ name, report }) => [name, report] as const))('%s', (_name, report) => {
    const { verdict } = report;
    const { advice = [], detail = [] } = verdict.words ?? {};
    const doubts = [
      ...advice.filter(({ key }) => doubting.includes(key as TextKey)),
      ...detail.filter(({ key }) => doubtingDetail.test(key)),
    ].map(({ key }) => key);
    if (isSettled(verdict)) {
      expect(doubts).toEqual([]);
      expect(settledBy(report)).toBeNull();
      expect(certaintyWords(verdict)).toBe(say('wizard.confidence.certain'));
    } else {
      expect(settledBy(report)).not.toBeNull();
      expect(certaintyWords(verdict)).not.toBe(say('wizard.confidence.certain'));
    }
  });

  const maybe: Readonly<Record<string, RegExp>> = {
    en: /may be what|\bto be sure\b|perhaps|need not be/i,
    de: /vielleicht|womöglich|Gewissheit/i,
    fr: /peut-être|pour le vérifier/i,
    es: /quizá|tal vez|para estar seguro/i,
    'pt-BR': /talvez|para ter certeza/i,
    ja: /かもしれません|確かめるには/,
  };

  test.each(languages)('no settled verdict says "perhaps" of its own cause in %s', (tag) => {
    const words: Record<string, string> = JSON.parse(
      readFileSync(new URL(`../../../shared/text/${tag}/findings.json`, import.meta.url), 'utf8'),
    );
    const keys = recordedPractice()
      .map(({ report }) => report.verdict)
      .filter(isSettled)
      .filter(({ severity }) => severity === 'problem')
      .flatMap(({ words: said }) => [...(said?.advice ?? []), ...(said?.detail ?? [])].map(({ key }) => key));
    const unsure = [...new Set(keys)].filter((key) => maybe[tag]?.test(words[key] ?? ''));
    expect(unsure).toEqual([]);
  });
});

test.each(FindingCode.options)(
  'advice of a certain %s asks for no proof of it, and is never empty',
  (code) => {
    const finding = { code, confidence: 'certain' } as const;
    const settled = settledAdvice(finding, ['finding.advice.hotspot', 'finding.advice.vpn'], false);
    expect(settled.length).toBeGreaterThan(0);
    expect(settled.includes('finding.advice.hotspot')).toBe(!isSettled(finding));
    expect(settledAdvice({ ...finding, confidence: 'likely' }, ['finding.advice.hotspot'], false)).toEqual([
      'finding.advice.hotspot',
    ]);
  },
);

test('a certificate for another name is told of receiving too, where the same server shows it there', () => {
  const { verdict } =
    recordedPractice().find(({ name }) => name.endsWith('wrong-certificate-name'))?.report ?? {};
  expect(verdict?.words?.advice.map(({ key }) => key)).toContain(
    'certificate-name-mismatch.advice.receiving',
  );
});
