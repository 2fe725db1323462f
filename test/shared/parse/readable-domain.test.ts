import { expect, test } from 'vitest';
import { parseMailAddress } from '../../../shared/parse/mail-address.ts';
import { readableAddress } from '../../../shared/parse/readable-domain.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['you@xn--mller-kva.example', 'you@müller.example'],
  ['you@mail.xn--mller-kva.xn--p1ai', 'you@mail.müller.рф'],
  ['anna@xn--wgv71a119e.jp', 'anna@日本語.jp'],
  ['you@example.org', 'you@example.org'],
  ['', ''],
])('%s is written %s for people', (written, readable) => {
  expect(readableAddress(written)).toBe(readable);
});

test.each([
  'you@xn--.example',
  'you@xn--99999999999.example',
  'you@xn--example.org', // decodes to nothing that leads back
  'you@xn--a-ecp.ru', // a soft hyphen, which nobody sees
])('%s stays as it is: no letters, or letters of another name', (written) => {
  expect(readableAddress(written)).toBe(written);
});

test('whatever a person types comes back as it reads, or stays as programs write it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (label) => {
      const parsed = parseMailAddress(`you@${label}.example`);
      if (!parsed.ok) return;
      const again = parseMailAddress(readableAddress(parsed.value.mailAddress));
      expect(again.ok && again.value.mailAddress).toBe(parsed.value.mailAddress);
    }),
  );
});
