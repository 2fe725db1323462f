import { expect, test } from 'vitest';
import { readIni, readKeyFile } from '../../../shared/parse/ini.ts';

test('has each part with its values, whatever the line ends and comments', () => {
  const text = '\ufeffstray=1\r\n[One]\r\nName = a=b \r\n; a comment=1\r\n#x=1\r\nno line\r\n[Two]\nName=c\n';
  expect(readIni(text, 10).map(({ title, values }) => [title, [...values]])).toEqual([
    ['One', [['name', 'a=b']]],
    ['Two', [['name', 'c']]],
  ]);
});

test('keeps no password, however it is called', () => {
  const text = '[A]\npassword=x\nsmtp_password=y\nPasswd=z\noauth2_refresh_token=t\nuser=you\n';
  expect([...(readIni(text, 10)[0]?.values ?? [])]).toEqual([['user', 'you']]);
});

test('stops at as many parts as anybody has', () => {
  expect(readIni('[a]\n'.repeat(50), 5)).toHaveLength(5);
});

test('a key file writes a backslash as two, and blanks at the ends with one', () => {
  const values = (text: string) => [...(readKeyFile(text, 1)[0]?.values.values() ?? [])];
  expect(values('[A]\na=OFFICE\\\\you\nb=\\stwo words\nc=\\;\\x\n')).toEqual([
    'OFFICE\\you',
    ' two words',
    '\\;\\x',
  ]);
  expect(readIni('[A]\na=OFFICE\\you\n', 1)[0]?.values.get('a')).toBe('OFFICE\\you');
});
