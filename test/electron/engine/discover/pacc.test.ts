import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pacc } from '../../../../electron/engine/discover/pacc.ts';
import { remarksIn } from '../../../support/english.ts';
import { address, ask, asked, page, redirect } from './ask.ts';

const url = 'https://ua-auto-config.example.org/.well-known/user-agent-configuration.json';
const body = JSON.stringify({
  protocols: {
    imap: { host: 'imap.example.org' },
    submit: { host: 'smtp.example.org' },
    jmap: { url: 'https://x' },
  },
  authentication: { password: true, 'oauth-public': { issuer: 'https://id.example.org' } },
  info: { provider: { name: 'Example' } },
});
const digest = (text: string) => createHash('sha256').update(text).digest('base64');
const zone = (...texts: string[]) => ({ 'TXT _ua-auto-config.example.org': { type: 'TXT' as const, texts } });
const right = `v=UAAC1; a=sha256; d=${digest(body)}`;

test('the document whose digest DNS names is read, and nobody hears the address', async () => {
  const { entries, fetched } = await asked(pacc, zone(right), {}, { [url]: page(body) });
  expect(entries).toMatchObject([
    {
      source: 'pacc',
      asked: url,
      outcome: 'found',
      isAuthenticated: true,
      provider: { name: 'Example' },
      servers: [
        { protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls', role: 'outgoing' },
        { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', role: 'incoming' },
      ],
    },
  ]);
  expect(entries[0]?.servers[0]).toMatchObject({
    auth: ['oauth2', 'password-cleartext'],
    username: 'you@example.org',
  });
  expect(fetched).toEqual([{ url }]);
});

test('of two digests, as while a document changes, either will do', async () => {
  const old = `v=UAAC1; a=sha256; d=${digest('the one before')}`;
  expect(await ask(pacc, zone(old, right), {}, { [url]: page(body) })).toMatchObject([{ outcome: 'found' }]);
});

test('a document that is another one is not used, and that is told', async () => {
  const [entry] = await ask(pacc, zone(right), {}, { [url]: page(`${body} `) });
  expect(entry).toMatchObject({ outcome: 'failed', servers: [] });
  expect(remarksIn(entry)?.join()).toMatch(/fingerprint/);
});

test.each([
  ['no record', {}],
  ['another record', zone('v=spf1 -all')],
  ['an algorithm that is not known', zone(`v=UAAC1; a=md5; d=${digest(body)}`)],
  ['no digest', zone('v=UAAC1; a=sha256; d=short')],
  ['DNS is silent', { 'TXT _ua-auto-config.example.org': 'no-answer' as const }],
])('%s: nobody on the web is asked', async (_what, records) => {
  const { entries, fetched } = await asked(pacc, records, {}, { [url]: page(body) });
  expect(entries).toEqual([]);
  expect(fetched).toEqual([]);
});

test('what leads inside, and what is no such document, is as safe as of any other source', async () => {
  const inside = { ...zone(right), 'A smtp.example.org': address('10.0.0.7') };
  const [entry] = await ask(pacc, inside, {}, { [url]: page(body) });
  expect(entry?.servers[0]?.withheld).toBe('private-address');
  const text = '<html>hello</html>';
  const other = zone(`v=UAAC1; a=sha256; d=${digest(text)}`);
  expect(await ask(pacc, other, {}, { [url]: page(text) })).toMatchObject([
    { outcome: 'nothing', servers: [] },
  ]);
  const plain = { [url]: redirect('http://example.org/x') };
  expect(await ask(pacc, zone(right), {}, plain)).toMatchObject([{ outcome: 'failed', servers: [] }]);
});

test('who named a server, or wants no look-ups on the web, has it left alone', async () => {
  for (const change of [{ server: 'smtp.example.org' }, { lookup: false }, { domain: undefined }])
    expect(await ask(pacc, zone(right), change, { [url]: page(body) })).toEqual([]);
});
