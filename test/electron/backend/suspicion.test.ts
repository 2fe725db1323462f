import { expect, test } from 'vitest';
import { parseCheckRequest } from '../../../electron/backend/input.ts';
import { withErrorText } from '../../../electron/backend/suspicion.ts';

const text = 'Server: smtp.example.net, Port: 25, Secure(SSL): No, Socket Error: 10060 (0x800CCC0E)';
const asked = parseCheckRequest({ subject: 'you@example.org' });
if (!asked.ok) throw new Error('an address is asked about');
const input = asked.value;

test('the setting that a message shows to be in use goes into the check, with what it makes us suspect', () => {
  expect(withErrorText(input, text)).toMatchObject({
    current: { host: 'smtp.example.net', port: 25, security: 'none' },
    suspicion: { causes: expect.arrayContaining(['port-25-blocked']) },
  });
});

test('in practice a message is explained, and its server, which is not there, is not asked', () => {
  const practised = withErrorText(input, text, { isPractice: true });
  expect(practised.suspicion?.causes).toContain('port-25-blocked');
  expect(practised.current).toBeUndefined();
});
