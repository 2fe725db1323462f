import { expect, test } from 'vitest';
import { parseCheckRequest, worded } from '../../../electron/backend/input.ts';
import { CheckInput } from '../../../shared/model/check.ts';
import { parsePort } from '../../../shared/parse/port.ts';
import { english, told } from '../../support/english.ts';
import { fc } from '../../support/invented-inputs.ts';

const defaults = {
  ports: [587, 465, 25, 2525, 26],
  incoming: true,
  lookup: true,
  references: true,
  customReferences: [],
  resolvers: [],
  timeoutMs: 10_000,
};

test.each([
  ['a mail address', { subject: 'You@Example.org' }, { address: 'You@example.org', domain: 'example.org' }],
  ['a bare name', { subject: 'mail.example.org' }, { domain: 'mail.example.org' }],
  [
    'an address and the server the person knows',
    { subject: 'you@example.org', server: 'smtp://mail.example.org' },
    { address: 'you@example.org', domain: 'example.org', server: 'mail.example.org' },
  ],
  ['a server by number', { subject: '192.0.2.1' }, { server: '192.0.2.1', incoming: false }],
  [
    'a server with a port: the usual ports are tried besides',
    { subject: '[::1]:2525' },
    { server: '::1', serverPort: 2525, ports: [587, 465, 25, 2525, 26], incoming: false },
  ],
  [
    'a server with a port, and ports besides it',
    { subject: 'mail.example.org:2525', ports: [25, 587, 25], incoming: true },
    { server: 'mail.example.org', serverPort: 2525, ports: [25, 587] },
  ],
  [
    'the same server twice',
    { subject: 'mail.example.org:2525', server: 'MAIL.example.org' },
    { server: 'mail.example.org', serverPort: 2525, incoming: false },
  ],
  [
    'what the mail program uses, with the host cleaned',
    {
      subject: 'example.org',
      current: { host: ' Mail.Example.org. ', port: 25, security: 'none' as const },
      lookup: false,
      references: false,
    },
    {
      domain: 'example.org',
      current: { host: 'mail.example.org', port: 25, security: 'none' },
      lookup: false,
      references: false,
    },
  ],
])('%s', (_name, request, expected) => {
  expect(parseCheckRequest(request)).toEqual({ ok: true, value: { ...defaults, ...expected } });
});

test.each([
  ['subject', { subject: '' }, /Nothing was typed; type a mail address/],
  ['subject', { subject: 'you@' }, /"you@" has nothing after the @/],
  ['subject', { subject: 'mail.example.org:70000' }, /^"70000" is not between 1 and 65535\.$/],
  ['server', { subject: 'you@example.org', server: 'a b' }, /"a b" has a space/],
  [
    'server',
    { subject: 'mail.example.org:25', server: 'other.example.org' },
    /mail\.example\.org and other\.example\.org are two servers/,
  ],
  ['ports', { subject: 'example.org', ports: [] }, /between 1 and 20 ports/],
  [
    'current',
    { subject: 'example.org', current: { host: '-x', port: 25, security: 'none' as const } },
    /"-x" has a part that begins/,
  ],
])('a wrong %s is named, with what would be right', (field, request, message) => {
  const result = parseCheckRequest(request);
  if (result.ok) expect.unreachable();
  expect(result.problem).toMatchObject({ code: 'bad-input', field });
  expect(english(result.problem.message)).toMatch(message);
});

test('the command line adds name servers, references and a timeout; the sentence says what was wrong', () => {
  const resolvers = [{ host: '127.0.0.1', port: 53 }];
  const result = parseCheckRequest({ subject: 'example.org' }, { resolvers, timeoutMs: 3000 });
  expect(result).toMatchObject({ ok: true, value: { resolvers, timeoutMs: 3000, customReferences: [] } });
  expect(told(worded('port', parsePort('70000')))).toEqual({
    ok: false,
    problem: { code: 'bad-input', field: 'port', message: '"70000" is not between 1 and 65535.' },
  });
});

test('whatever is typed, what comes out fits the model of a check', () => {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.domain(), fc.ipV6());
  fc.assert(
    fc.property(words, fc.option(words, { nil: undefined }), (subject, server) => {
      const result = parseCheckRequest(server === undefined ? { subject } : { subject, server });
      if (result.ok) expect(CheckInput.safeParse(result.value).success).toBe(true);
      else expect(english(result.problem.message)).not.toMatch(/\{found\}|\p{C}/u);
    }),
    { numRuns: 500 },
  );
});
