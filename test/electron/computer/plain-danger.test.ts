import { expect, test } from 'vitest';
import { dangerWords, plainDanger } from '../../../electron/computer/plain-danger.ts';
import type { FoundServer } from '../../../shared/model/found-account.ts';
import { aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const server = (change: Partial<FoundServer>): FoundServer => ({ ...aServer(), ...change });
const imap = (change: Partial<FoundServer> = {}): FoundServer =>
  server({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', ...change });
const open = server({ security: 'none' });
const plain = aServer({ security: 'none' });

test.each<[string, FoundServer | null, FoundServer | null, string | null]>([
  ['sending is encrypted with STARTTLS today', server({}), null, 'lowers'],
  ['it is with TLS from the first byte', server({ port: 465, security: 'tls' }), null, 'lowers'],
  ['it is where that is offered', server({ isOpportunistic: true }), null, 'lowers'],
  ['it is, at another host altogether', server({ host: 'smtp.example.net' }), null, 'lowers'],
  ['receiving from the same domain is', open, imap(), 'contradicts'],
  [
    'receiving is, and there is no server for sending yet',
    null,
    imap({ security: 'starttls', port: 143 }),
    'contradicts',
  ],
  ['receiving is, but at a stranger’s', open, imap({ host: 'imap.example.net' }), null],
  ['nothing is encrypted', open, imap({ port: 143, security: 'none' }), null],
])('a plain setting where %s', (_title, outgoing, incoming, kind) => {
  expect(plainDanger({ outgoing, incoming }, plain)?.kind ?? null).toBe(kind);
});

test('an encrypted setting is never dangerous', () => {
  expect(plainDanger({ outgoing: server({}), incoming: imap() }, aServer())).toBeNull();
});

test('the danger is named, with the server that encrypts today', () => {
  const words = english(dangerWords({ kind: 'lowers', host: 'smtp.example.org' }));
  expect(words).toContain('smtp.example.org');
  expect(words).toContain('read your password');
});
