import { expect, test } from 'vitest';
import { renderSteps } from '../../../shared/clients/steps-text.ts';
import { thunderbird } from '../../../shared/clients/thunderbird.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import { columnsOf } from '../../../shared/text/columns.ts';
import { speak } from '../../../shared/text/speak.ts';
import { someSettings } from './settings.ts';

const page = renderSteps(thunderbird, someSettings(), nearestVariant(thunderbird, someSettings(), {}));

test('numbers what is set, as its sentences say, in the order in which it is set', () => {
  expect(page).toMatch(/Set what is numbered/);
  const numbered = [...page.matchAll(/^ {5}(\d)\) (.+?):/gm)].map(
    ([, number, label]) => `${number} ${label}`,
  );
  expect(numbered).toEqual([
    '1 Server Name',
    '2 Connection security',
    '3 Port',
    '4 Authentication method',
    '5 User Name',
  ]);
});

test('marks what differs from today, and names no row as a value that the way names already', () => {
  expect(page).toMatch(/^ {5}2\) Connection security: STARTTLS {3}<-- change this \(was None\)$/m);
  expect(page).toMatch(/^ {5}3\) Port: 587 {3}<-- change this \(was 25\)$/m);
  expect(page).toMatch(/› you@example\.org ›/);
  expect(page).not.toMatch(/^ +(\d\) )?Account Settings: you@example\.org$/m);
});

test('in Japanese no blank stands between sentences, and the line below the title is as wide as the title', async () => {
  try {
    await speak('ja');
    const settings = someSettings();
    const japanese = renderSteps(thunderbird, settings, nearestVariant(thunderbird, settings, {}));
    expect(japanese).not.toMatch(/。 /);
    const [title = '', line = ''] = japanese.split('\n');
    expect(line).toHaveLength(columnsOf(title));
  } finally {
    await speak('en');
  }
});
