import { expect, test } from 'vitest';
import { placeIn } from '../../../shared/explain/place.ts';

test.each([
  [
    "Konto: 'x', Server: 'smtp.example.com', Protokoll: SMTP, Port: 25, Secure (SSL): Nein",
    'smtp.example.com',
    25,
  ],
  ['relay=mx1.example.net[192.0.2.7]:587, delay=1', 'mx1.example.net', 587],
  ['Could not connect to SMTP host: smtp.example.com, port: 587, response: -1', 'smtp.example.com', 587],
  ['unable to connect to ssl://smtp.example.com:465 (Connection timed out)', 'smtp.example.com', 465],
  ['connecting to Outgoing server (SMTP) mail.example.org failed', 'mail.example.org', undefined],
  ['getaddrinfo ENOTFOUND smtp.exmaple.org', 'smtp.exmaple.org', undefined],
  ['dial tcp: lookup mail.example.org: no such host', 'mail.example.org', undefined],
  ['connect ECONNREFUSED 192.0.2.1:587', '192.0.2.1', 587],
  ['The server "smtp.example.com" cannot be contacted on port 25.', 'smtp.example.com', 25],
])('%s', (text, host, port) => {
  expect(placeIn(text)).toEqual({ host, ...(port !== undefined && { port }) });
});

test.each([
  '0x800CCC0E',
  'at send (mailer.js:25)',
  'see https://support.google.com/mail/?p=BadCredentials',
  'write to you@example.org',
])('%s names no server', (text) => {
  expect(placeIn(text).host).toBeUndefined();
});

const client = 'p577b2d43.dip0.t-ipconnect.example[203.0.113.67]';
test.each([
  `554 5.7.1 <${client}>: Client host rejected: Access denied`,
  `smtpd[123]: NOQUEUE: reject: RCPT from ${client}: 554 5.7.1 <bob@shop.example>: Relay access denied`,
  `smtpd[1]: warning: ${client}: SASL LOGIN authentication failed: UGFzc3dvcmQ6`,
  `smtpd[9]: lost connection after AUTH from ${client}`,
  `smtpd[9]: disconnect from ${client}:4711 ehlo=1 auth=0/1`,
  '535 5.7.8 authentication failed for you@example.org from 203.0.113.67',
  'Received: from dsl-67.isp.example (dsl-67.isp.example [203.0.113.67]) by',
])('%s: who asked is no server', (text) => {
  expect(placeIn(text).host).toBeUndefined();
});

test('beside who asked, the server is found all the same', () => {
  const text = `RCPT from ${client}: 450 4.7.1 try again (in reply to smtp.example.org:587)`;
  expect(placeIn(text)).toEqual({ host: 'smtp.example.org', port: 587 });
  expect(placeIn('lost connection with mx.example.net[192.0.2.7] while sending RCPT TO').host).toBe(
    'mx.example.net',
  );
});
