import { expect, test } from 'vitest';
import { safeFileName } from '../../../electron/backend/file-name.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['postway-report.json', 'postway-report.json'],
  ['.msmtprc', '.msmtprc'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['..', 'postway.txt'],
  ['...rc', '.rc'],
  ['', 'postway.txt'],
  ['re\u202eport\n.json', 'report.json'],
  ['con.txt', '_con.txt'],
  ['what? <a|b>.txt', 'what- -a-b-.txt'],
  ['name. . ', 'name'],
])('%j is suggested as %j', (asked, suggested) => {
  expect(safeFileName(asked)).toBe(suggested);
});

test('whatever the window asks for, a name comes out that is no path', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webPath()), (asked) => {
      const name = safeFileName(asked);
      expect(name).toMatch(/^(?!\.\.?$)[^/\\<>:"|?*\p{C}]{1,101}$/u);
      expect(name).not.toMatch(/[. ]$/);
    }),
  );
});
