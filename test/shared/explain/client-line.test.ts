import { expect, test } from 'vitest';
import { withoutClient, withoutNotes } from '../../../shared/explain/client-line.ts';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';

const name = 'cable.isp.example';

test.each([
  `TLS error on connection from ${name} [203.0.113.67] (SSL_accept): Connection reset by peer`,
  `SMTP connection from ${name} [203.0.113.67] lost: Connection timed out`,
  `421 4.7.0 Too many connections from ${name} [IPv6:2001:db8::67]`,
  `client=${name}[203.0.113.67], sasl_method=PLAIN, sasl_username=you`,
])('%s: who asked is left out', (text) => {
  expect(withoutClient(text)).not.toContain(name);
});

test.each([
  'host mx.example.net[192.0.2.7] said: 550 5.1.1 unknown',
  'relay=mx.example.net[192.0.2.7]:587, status=deferred',
  'connect to mx.example.net[192.0.2.7]:25: Connection timed out',
  'malformed response from mx.example.net[192.0.2.7]:25: something else',
  'no answer from 192.0.2.7',
  'timed out waiting for 192.0.2.7:587, nothing from 192.0.2.7:587',
  'lost connection with mx.example.net[192.0.2.7] while sending RCPT TO',
])('%s: the server stays', (text) => {
  expect(withoutClient(text)).toBe(text);
});

const notes = [
  `warning: hostname ${name} does not resolve to address 203.0.113.67: Name or service not known`,
  `warning: hostname ${name} does not resolve to address 203.0.113.67: Temporary failure in name resolution`,
  `warning: hostname ${name} does not resolve to address 2001:db8::67: No address associated with hostname`,
  `warning: hostname ${name} does not resolve to address 203.0.113.67`,
  `warning: 203.0.113.67: hostname ${name} verification failed: Name or service not known`,
  `warning: 203.0.113.67: address not listed for hostname ${name}`,
];

test.each(notes)('%s says nothing of what failed', (note) => {
  expect(withoutNotes(note).trim()).toBe('');
  expect(explain(note, english)).toMatchObject({ known: false, items: [] });
});

test.each(notes)('beside "%s", what failed is read as without it', (note) => {
  const lines = [
    'connect from unknown[203.0.113.67]',
    'warning: unknown[203.0.113.67]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
  ];
  expect(explain([note, ...lines].join('\n'), english)).toEqual(explain(lines.join('\n'), english));
});
