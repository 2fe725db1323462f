import { expect, test } from 'vitest';
import { parsePort, parsePorts } from '../../../shared/parse/port.ts';
import { fc } from '../../support/invented-inputs.ts';

test('exactly the numbers from 1 to 65535 are ports', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 70_000 }), (number) => {
      expect(parsePort(String(number)).ok).toBe(number >= 1 && number <= 65535);
    }),
  );
});

test.each(['5e2', '0x19', '25.0', '+25', '٢٥', '25;'])('%s is not a port', (text) => {
  expect(parsePort(text)).toMatchObject({ ok: false, fault: 'port-number' });
});

test.each([
  ['25,465, 587', [25, 465, 587]],
  ['25 26', [25, 26]],
  ['587,587', [587]],
])('a list "%s" is read in its order, each port once', (text, value) => {
  expect(parsePorts(text)).toEqual({ ok: true, value });
});

test.each([
  ['', 'ports-count'],
  [',', 'ports-count'],
  ['25,none', 'port-number'],
  ['25,70000', 'port-range'],
  [Array.from({ length: 21 }, (_, i) => i + 1).join(), 'ports-count'],
])('a list "%s" is refused', (text, fault) => {
  expect(parsePorts(text)).toMatchObject({ ok: false, fault });
});
