import { expect, test } from 'vitest';
import { outlookAccountsIn } from '../../../renderer/wizard/outlook-export.ts';
import { FoundAccount } from '../../../shared/model/found-account.ts';
import { exportedOutlook } from '../../support/outlook-registry.ts';

test('a version 5 file as Windows writes it: UTF-16 with its mark', () => {
  const accounts = outlookAccountsIn(Buffer.from(exportedOutlook, 'utf16le'), 'outlook.reg');
  expect(accounts.map((account) => FoundAccount.parse(account))).toEqual(accounts);
  expect(accounts).toMatchObject([
    {
      program: 'outlook',
      address: 'you@example.org',
      outgoing: { host: 'mail.example.org', port: 587, security: 'starttls' },
      readFrom: expect.stringMatching(/^outlook\.reg: HKEY_CURRENT_USER/),
    },
  ]);
});

test('the same text in UTF-8', () => {
  expect(outlookAccountsIn(Buffer.from(exportedOutlook), 'a.reg')).toHaveLength(1);
});

test.each([[''], ['\0\xff\xfe'], ['{"schema":"postway-report/1"}'], ['\xff\xfe\x01']])(
  '%j has no accounts',
  (bytes) => {
    expect(outlookAccountsIn(Buffer.from(bytes, 'latin1'), 'x'.repeat(5000))).toEqual([]);
  },
);
