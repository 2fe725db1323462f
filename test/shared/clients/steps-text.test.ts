import { expect, test } from 'vitest';
import { settingsPage, withWalkthrough } from '../../../shared/clients/index.ts';
import { outlook } from '../../../shared/clients/outlook.ts';
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

test.each(['de', 'it', 'pl', 'fr'] as const)(
  'that words of Outlook are not known in %s is said once on a page',
  (language) => {
    const settings = someSettings();
    const variant = { ...nearestVariant(outlook, settings, {}), language };
    const told = (text: string) => text.replace(/\s+/g, ' ').match(/We do not know all/g)?.length;
    expect(told(renderSteps(outlook, settings, variant))).toBe(1);
    const walked = withWalkthrough(settings, outlook, variant);
    const whole = walked.ok ? settingsPage(walked.value) : walked;
    expect(whole.ok && told(JSON.stringify(whole.value))).toBe(1);
  },
);

test('the last way through Outlook names its buttons without the arrow that they show', () => {
  const variant = nearestVariant(outlook, someSettings(), {});
  const text = renderSteps(outlook, someSettings(), { ...variant, way: 'full' });
  expect(text).toContain('Where: Next › Close › Finish');
  expect(text).toContain('Press "Next >"');
});

test.each([
  ['de', 'Extras > Konten-Einstellungen; on Linux: Bearbeiten > Konten-Einstellungen'],
  ['pl', 'Narzędzia > Konfiguracja kont; on Linux: Edycja > Konfiguracja kont'],
] as const)("Thunderbird's menus are named in its own language, %s", (language, menus) => {
  const variant = { ...nearestVariant(thunderbird, someSettings(), {}), language };
  expect(renderSteps(thunderbird, someSettings(), variant).replace(/\s+/g, ' ')).toContain(menus);
});

test('on paper the labels that are known stand in the language of the program, in sentences too, and the others in English', () => {
  const variant = (language: 'it' | 'pt-BR') => ({
    ...nearestVariant(outlook, someSettings(), {}),
    language,
    way: 'full',
  });
  const italian = renderSteps(outlook, someSettings(), variant('it'));
  expect(italian).toContain(
    "1) [x] Il server della posta in uscita (SMTP) richiede l'autenticazione: tick it",
  );
  expect(italian).toContain('2) Use same settings as my incoming mail server: select it');
  expect(italian).not.toContain('In Italian:');
  const brazilian = renderSteps(outlook, someSettings(), variant('pt-BR')).replace(/\s+/g, ' ');
  expect(brazilian).toContain('1) Usar o seguinte tipo de conexão criptografada: STARTTLS');
  expect(brazilian).toContain('Type it after setting "Usar o seguinte tipo de conexão criptografada".');
});

test.each(['de', 'en', 'fr'] as const)(
  'the short way names the same part of the window in both its steps, %s',
  (language) => {
    const variant = { ...nearestVariant(outlook, someSettings(), {}), language, way: 'short' };
    const text = renderSteps(outlook, someSettings(), variant).replace(/\s+/g, ' ');
    const [, opened] = /opens no window with "([^"]+)"/.exec(text) ?? [];
    expect(opened).toBeDefined();
    expect(text).toContain(`Open "${opened}" and set what is numbered`);
  },
);

test.each([
  ['de', '„Usar o seguinte tipo de conexão criptografada“'],
  ['fr', '«\u00a0Usar o seguinte tipo de conexão criptografada\u00a0»'],
  ['ja', '「Usar o seguinte tipo de conexão criptografada」'],
] as const)('whatever the quotes of the reader are, %s', async (reader, quoted) => {
  try {
    await speak(reader);
    const variant = {
      ...nearestVariant(outlook, someSettings(), {}),
      language: 'pt-BR' as const,
      way: 'full',
    };
    // Lines may break inside, where no blank stands in Japanese.
    const text = renderSteps(outlook, someSettings(), variant).replace(/\n +/g, ' ');
    expect(text).toContain(quoted);
  } finally {
    await speak('en');
  }
});
