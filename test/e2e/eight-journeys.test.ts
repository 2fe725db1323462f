import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { languages } from '../../shared/text/languages.ts';
import { has, needs } from '../support/needs.ts';
import { withKeyboard, withMouse } from './hands.ts';
import { journeys, travel } from './journeys.ts';
import { launchBrowser } from './window.ts';

describe('from the first screen to the end', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(Object.entries(journeys))(
    '%s, by keyboard alone',
    (_name, journey) => travel(browser, journey, { hands: withKeyboard, language: 'en' }),
    90_000,
  );

  // The other five take three minutes: they have them at night (.github/workflows/nightly.yml), or when somebody asks for one.
  const asked = process.env.POSTWAY_JOURNEYS_IN;
  const spoken = languages.filter((one) => one === 'en' || asked === 'all' || asked === one);

  describe.each(spoken)('by mouse, in %s', (language) => {
    test.each(Object.entries(journeys))(
      '%s',
      (_name, journey) => travel(browser, journey, { hands: withMouse, language }),
      90_000,
    );
  });
});
