import { expect, test } from 'vitest';
import { addresseeOf, clears, otherAddresseeOf } from '../../../shared/compare/addressee.ts';
import { accusedOf } from '../../../shared/diagnose/accused.ts';
import { recipients } from '../../../shared/letter/recipients.ts';
import { FindingCode } from '../../../shared/model/finding.ts';

const cleared = (code: FindingCode) => recipients.filter((one) => clears(code, one));

test.each<[FindingCode, string | null, string[]]>([
  ['port-25-blocked', 'internet-provider', ['mail-provider']],
  ['mail-allow-list', 'administrator', ['mail-provider']],
  ['proxy-only', 'administrator', ['mail-provider']],
  ['tls-intercepted', null, ['mail-provider']],
  ['port-25-intercepted', 'internet-provider', ['mail-provider']],
  ['starttls-stripped', 'internet-provider', ['mail-provider']],
  ['certificate-expired', 'mail-provider', ['internet-provider', 'administrator', 'hoster']],
  // Seen from one place alone, either may be it.
  ['server-down', 'mail-provider', []],
  ['ipv6-unreachable', 'internet-provider', []],
  ['server-busy', 'mail-provider', ['internet-provider', 'administrator', 'hoster']],
  ['client-blocklisted', 'mail-provider', []],
  ['inconclusive', null, []],
  ['offline', null, []],
  ['clock-wrong', null, [...recipients]],
  ['all-clear', null, [...recipients]],
])('%s: a letter to %s, and not to %j', (code, addressee, others) => {
  expect(addresseeOf(code)).toBe(addressee);
  expect(cleared(code)).toEqual(others);
});

test.each(FindingCode.options.filter((code) => clears(code, 'mail-provider')))(
  '%s: whoever writes to a mail provider that it clears learns to whom to write, unless nobody could do anything',
  (code) => {
    const isOwn = code === 'all-clear' || ['computer', 'settings'].includes(accusedOf(code));
    expect(otherAddresseeOf(code) === null).toBe(isOwn);
  },
);
