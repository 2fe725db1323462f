import { describe, expect, test } from 'vitest';
import { neededOf } from '../../../shared/explain/needles.ts';
import { oneLine } from '../../../shared/explain/one-line.ts';
import { loginRules, providerRules } from '../../../shared/explain/rules/accounts.ts';
import { bannerRules } from '../../../shared/explain/rules/banners.ts';
import { looseDeliveryRules } from '../../../shared/explain/rules/delivery-loose.ts';
import { plainDeliveryRules } from '../../../shared/explain/rules/delivery-plain.ts';
import { encryptionRules } from '../../../shared/explain/rules/encryption.ts';
import { libraryRules } from '../../../shared/explain/rules/libraries.ts';
import { platformRules } from '../../../shared/explain/rules/platforms.ts';
import { programRules } from '../../../shared/explain/rules/programs.ts';
import { labelledBounces } from './bounce/labelled-bounces.ts';
import { strangerTexts } from './stranger-texts.ts';

describe('which alternatives of a pattern are needed for a text', () => {
  test.each<[pattern: RegExp, text: string, needed: string | null]>([
    [/user unknown|no such user/i, 'hello', null],
    [/user unknown|no such user/i, 'No SUCH user here', 'no such user'],
    [/colou?r|gr[ae]y/i, 'a colr', null],
    [/colou?r|gr[ae]y/i, 'its color', 'colou?r'],
    [/a{2,3}b|c+d/i, 'xcd', 'c+d'],
    [/(?:one|two) \d+ (?:three|four)|five/i, 'one 1 four', '(?:one|two) \\d+ (?:three|four)'],
    [/(?:one|two)? x(?!three)|five/i, 'the x', '(?:one|two)? x(?!three)'],
    [/\bptr\b|\u0041bc/i, 'ABC', '\\u0041bc'],
    [/straße|größe/i, 'STRASSE', 'straße'],
    [/a\.b|a\/c/i, 'a.b', 'a\\.b'],
  ])('%s in "%s"', (pattern, text, needed) => {
    expect(neededOf(pattern, text)?.source ?? null).toBe(needed);
  });

  test('groups that are counted and patterns with rules of their own stay whole', () => {
    const counted = /(one)|(two)/i;
    expect(neededOf(counted, 'two')).toBe(counted);
    expect(neededOf(counted, 'three')).toBeNull();
    const unicode = /k|x/iu;
    expect(neededOf(unicode, '\u{212a}')).toBe(unicode);
  });

  test('every rule finds the same in every text with what is needed of it as with all of it', () => {
    const rules = [
      ...[programRules, bannerRules, loginRules, providerRules, looseDeliveryRules].flat(),
      ...[plainDeliveryRules, encryptionRules, libraryRules, platformRules].flat(),
    ];
    const texts = [...strangerTexts.map(([text]) => text), ...labelledBounces.map(([, text]) => text)];
    for (const text of texts.map(oneLine))
      for (const { when } of rules)
        expect(neededOf(when, text)?.exec(text)?.[0], `${when.source} in ${text}`).toBe(when.exec(text)?.[0]);
  });
});
