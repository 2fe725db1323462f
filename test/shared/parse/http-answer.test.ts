import { expect, test } from 'vitest';
import { parseHttpAnswer } from '../../../shared/parse/http-answer.ts';
import { fc } from '../../support/invented-inputs.ts';

const answer = 'HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 3\r\n\r\nyes';

test('an answer is whole when its body is', () => {
  for (let end = 0; end < answer.length; end += 1)
    expect(parseHttpAnswer(answer.slice(0, end), false)).toBe('more');
  expect(parseHttpAnswer(`${answer}!`, false)).toEqual({
    status: 200,
    headers: new Map([
      ['date', 'today'],
      ['content-length', '3'],
    ]),
    body: 'yes',
  });
});

test.each([
  ['chunks', 'Transfer-Encoding: chunked\r\n\r\n2\r\nye\r\n1\r\ns\r\n0\r\n\r\n', 'yes'],
  ['bare line feeds', 'content-length: 3\n\nyes', 'yes'],
])('a body in %s', (_how, rest, body) => {
  expect(parseHttpAnswer(`HTTP/1.1 200 OK\r\n${rest}`, false)).toMatchObject({ body });
});

test('a body without a length goes to the end; one cut short is taken as it is', () => {
  expect(parseHttpAnswer('HTTP/1.0 200 OK\r\n\r\nyes', false)).toBe('more');
  expect(parseHttpAnswer('HTTP/1.0 200 OK\r\n\r\nyes', true)).toMatchObject({ body: 'yes' });
  expect(parseHttpAnswer(answer.slice(0, -1), true)).toMatchObject({ body: 'ye' });
});

test.each(['220 mail', 'HTTP/2 200', 'HTTP/1.1 20\r\n\r\n', 'HTTP/1.1 2000\r\n\r\n', 'x'])(
  '%j is not HTTP',
  (text) => {
    expect(parseHttpAnswer(text, true)).toBe('wrong');
  },
);

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (text, hasEnded) => {
      parseHttpAnswer(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${text}`, hasEnded);
      parseHttpAnswer(`HTTP/1.1 ${text}`, hasEnded);
    }),
  );
});
