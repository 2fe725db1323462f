import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Question } from '../../../renderer/ui/question.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { TickBox } from '../../../renderer/ui/tick-box.tsx';
import { unbroken, unbrokenIn, unbrokenName } from '../../../renderer/ui/unbroken.ts';

test.each([
  ['Your network blocks port 25.', 'Your network blocks port\u00a025.'],
  ['Ports 25 and 2525 are closed', 'Ports\u00a025 and\u00a02525 are closed'],
  ['ポート 25 が閉じています', 'ポート\u00a025 が閉じています'],
  ['keine E-Mails hinaus', 'keine E\u2011Mails hinaus'],
  ['Servidor de e-mail', 'Servidor de e\u2011mail'],
  ['O K-9 Mail, o Wi-Fi', 'O K\u20119 Mail, o Wi\u2011Fi'],
  ['postway check e-mail.example.org', 'postway check e-mail.example.org'],
  ['Siehe https://example.org/e-mail/.', 'Siehe https://example.org/e-mail/.'],
  ['--e-mail=e-mail@example.org', '--e-mail=e-mail@example.org'],
  ['eine E-Mail.', 'eine E\u2011Mail.'],
  ['a-b.example.org: 587, no-one else', 'a-b.example.org: 587, no-one else'],
])('what belongs together stays on one line: %s', (headline, shown) => {
  expect(unbroken(headline)).toBe(shown);
});

test('what belongs together stays on one line in every text of a piece of a screen, but not in what is to be copied', () => {
  const piece = createElement(
    'div',
    null,
    createElement('p', null, 'Ihre E-Mail an ', createElement('strong', null, 'Port 25')),
    createElement('ul', null, [createElement('li', { key: 'a' }, 'WLAN, Wi-Fi')]),
    createElement('code', null, 'E-Mail 25'),
    createElement('dd', null, 'e-mail 5'),
    createElement(Notice, null, 'O K-9 Mail'),
    createElement('button', { type: 'button' }, 'Meine E-Mail'),
  );
  const drawn = renderToStaticMarkup(unbrokenIn(piece));
  expect(drawn).toContain('<p>Ihre E\u2011Mail an <strong>Port\u00a025</strong></p>');
  expect(drawn).toContain('<li>WLAN, Wi\u2011Fi</li>');
  expect(drawn).toContain('<code>E-Mail 25</code><dd>e-mail 5</dd>');
  expect(drawn).toContain('O K\u20119 Mail');
  expect(drawn).toContain('Meine E-Mail'); // pressed and found by its name
});

test.each([
  [
    'a hint of a field',
    createElement(TextField, {
      id: 'a',
      label: 'E-Mail',
      hint: 'Ihre E-Mail',
      value: 'E-Mail',
      onChange: () => undefined,
    }),
  ],
  [
    'a hint of a box to tick',
    createElement(TickBox, {
      label: 'E-Mail',
      hint: 'Ihre E-Mail',
      isTicked: false,
      onChange: () => undefined,
    }),
  ],
  ['a notice', createElement(Notice, null, createElement('p', null, 'Ihre E-Mail'))],
  [
    'a screen',
    createElement(
      Question,
      { title: 'E-Mail', appName: 'Postway', isFirst: true },
      createElement('p', null, 'Ihre E-Mail'),
    ),
  ],
])('what belongs together stays on one line in %s', (_, part) => {
  expect(renderToStaticMarkup(part)).toContain('Ihre E\u2011Mail');
});

test.each([
  [
    'Pegar de um programa de e-mail',
    '<span>Pegar de um programa de <span class="on-one-line">e-mail</span></span>',
  ],
  ['E-Mail-Adresse', '<span><span class="on-one-line">E-Mail</span>-Adresse</span>'],
  ['Meu servidor', 'Meu servidor'],
])('a name keeps its letters, and no line ends within e-mail: %s', (name, drawn) => {
  const label = createElement('label', null, unbrokenName(name));
  expect(renderToStaticMarkup(label)).toBe(`<label>${drawn}</label>`);
});
