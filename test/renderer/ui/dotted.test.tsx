import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Dotted } from '../../../renderer/ui/dotted.tsx';

test.each([
  ['mail.example.org', 'mail.<wbr/>example.<wbr/>org'],
  ['you@mail-1.example.org', 'you@<wbr/>mail-1.<wbr/>example.<wbr/>org'],
  ['587', '587'],
  ['STARTTLS', 'STARTTLS'],
])('a line ends in %s behind a dot or the at sign alone', (name, drawn) => {
  expect(renderToStaticMarkup(<Dotted name={name} />)).toBe(drawn);
});
