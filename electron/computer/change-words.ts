import { plainText } from '../../shared/parse/plain-text.ts';
import type { PrefValue } from '../../shared/parse/prefs-js.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import type { PrefChange } from './thunderbird-change.ts';

/** A change as a person reads it, in Thunderbird's words, and the preference it is. */
export type ChangeWords = {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
};

const labels: Readonly<Record<PrefChange['setting'], PlainKey>> = {
  hostname: 'computer.setting.hostname',
  port: 'computer.setting.port',
  try_ssl: 'computer.setting.try_ssl',
  authMethod: 'computer.setting.authMethod',
  username: 'computer.setting.username',
};

const securityWords = [
  'computer.security.0',
  'computer.security.1',
  'computer.security.2',
  'computer.security.3',
] as const;

const loginWords = new Map<number, PlainKey>([
  [1, 'computer.login.1'],
  [3, 'computer.login.3'],
  [4, 'computer.login.4'],
  [10, 'computer.login.10'],
]);

/** Puts a change into words. */
export function changeWords({ setting, name, from, to }: PrefChange): ChangeWords {
  return { label: say(labels[setting]), from: valueWords(setting, from), to: valueWords(setting, to), name };
}

function valueWords(setting: PrefChange['setting'], value: PrefValue | null): string {
  switch (setting) {
    case 'try_ssl': {
      const key = securityWords[Number(value ?? 0)];
      return key === undefined ? String(value) : say(key);
    }
    case 'authMethod': {
      const key = loginWords.get(Number(value ?? 3));
      return key === undefined ? say('computer.login.other', { number: String(value) }) : say(key);
    }
    case 'port':
      return value === null || value === 0 ? say('computer.port.usual') : String(value);
    default:
      return value === null || value === '' ? say('computer.value.none') : plainText(String(value), 320);
  }
}
