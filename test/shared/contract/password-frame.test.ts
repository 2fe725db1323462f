import { expect, test } from 'vitest';
import {
  forgetPassword,
  passwordFrame,
  readPasswordFrame,
  sendWithPassword,
} from '../../../shared/contract/password-frame.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const call = (password: Uint8Array) =>
  ({ kind: 'call', id: 7, name: 'act.start', argument: { address: 'ü@example.org', password } }) as const;

test.each(['secret', 'пароль 密码 🙂', '"\\{}', ''])(
  'a call comes back whole with the password %j',
  (text) => {
    const frame = passwordFrame(call(bytesOf(text)), bytesOf(text));
    expect(readPasswordFrame(frame)).toEqual(call(bytesOf(text)));
  },
);

test('the password that was read lies in the frame: overwriting it leaves none', () => {
  const frame = passwordFrame(call(bytesOf('secret')), bytesOf('secret'));
  (readPasswordFrame(frame) as ReturnType<typeof call>).argument.password.fill(0);
  expect(new TextDecoder().decode(frame)).not.toContain('secret');
});

test.each(['', '{}', '\0', '{"kind":\0x', 'null\0x'])('%j is no call, and does not throw', (text) => {
  expect(readPasswordFrame(bytesOf(text))).toBeUndefined();
});

test('whoever sends one overwrites it and its frame, also when sending fails', () => {
  const frames: Uint8Array[] = [];
  const fine = bytesOf('secret');
  sendWithPassword(call(fine), fine, (frame) => frames.push(frame));
  const lost = bytesOf('secret');
  expect(() =>
    sendWithPassword(call(lost), lost, (frame) => {
      frames.push(frame);
      throw new Error('closed');
    }),
  ).toThrow('closed');
  const left = [fine, lost, ...frames].map((bytes) => new TextDecoder().decode(bytes));
  expect(left.join('')).toMatch(/^\0+$/);
});

test('forgetting the password of what holds none changes nothing', () => {
  for (const message of [null, undefined, 7, 'x', {}, { argument: null }, { argument: { password: 'x' } }]) {
    expect(() => forgetPassword(message)).not.toThrow();
  }
});
