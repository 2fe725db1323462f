import { expect, test } from 'vitest';
import { checkedSettings } from '../../../shared/clients/checked-settings.ts';
import { ExportRefused } from '../../../shared/clients/refused.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const long = (chars: number) => 'x'.repeat(chars);

test.each([
  ['mailAddress', 320, (text: string) => ({ mailAddress: text })],
  ['displayName', 255, (text: string) => ({ displayName: text })],
  ['outgoing.username', 320, (text: string) => ({ outgoing: aServer({ username: text }) })],
  ['change.host', 255, (text: string) => ({ change: [{ field: 'host' as const, from: text, to: 'a' }] })],
])('%s of %i characters is carried, and one more is refused by name', (field, chars, change) => {
  const within = someSettings(change(long(chars)));
  expect(checkedSettings(within)).toBe(within);
  expect(() => checkedSettings(someSettings(change(long(chars + 1))))).toThrow(ExportRefused);
  expect(() => checkedSettings(someSettings(change(long(chars + 1))))).toThrow(
    expect.objectContaining({ field }),
  );
});

test.each(['\n', '\u0085', '\u202e', '\ufeff', '\uffff'])('%j is carried nowhere', (bad) => {
  expect(() => checkedSettings(someSettings({ displayName: `a${bad}b` }))).toThrow(ExportRefused);
});
