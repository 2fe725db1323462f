import { describe, expect, test } from 'vitest';
import type { Client, ClientSettings } from '../../../shared/clients/client.ts';
import { clients, renderClient } from '../../../shared/clients/index.ts';
import type { Server } from '../../../shared/model/check.ts';
import { aServer } from '../../support/builders.ts';
import { fc } from '../../support/invented-inputs.ts';
import { anySettings } from './carried.ts';
import { someSettings } from './settings.ts';

/** What `export --list` names and can be written without a password. */
const written = clients.filter(({ kind }) => kind !== 'code');
/** Text that flows, and pictures: their lines follow the length of what stands in them. */
const flowing = new Set(['text', 'html', 'thunderbird-zip', 'thunderbird-android-qr']);
const inLines = written.filter(({ id, kind }) => kind !== 'steps' && !flowing.has(id));

const outgoing = (change: Partial<Server>) => ({ outgoing: aServer(change) });

/** Any settings, and as many in which the login is the address: some formats know no other. */
const anyOrOwnLogin = fc.oneof(anySettings, anySettings.map(withOwnLogin));

function withOwnLogin(settings: ClientSettings): ClientSettings {
  const { outgoing: server, incoming, mailAddress: username } = settings;
  return { ...settings, outgoing: { ...server, username }, incoming: incoming && { ...incoming, username } };
}

/** Settings as people and servers have them, and as nobody should. */
const odd: Readonly<Record<string, Partial<ClientSettings>>> = {
  'a quote': outgoing({ username: `o'brien` }),
  'double quotes': outgoing({ username: '"you"' }),
  'both quotes and a backslash': outgoing({ username: `DOMAIN\\o'b"rien` }),
  'a backslash at the end': outgoing({ username: 'you\\' }),
  spaces: outgoing({ username: ' jane  roe ' }),
  'a dollar': outgoing({ username: '$HOME$(id)`id`' }),
  'a dollar in braces': outgoing({ username: `\${SMTP_PASSWORD}` }),
  percent: outgoing({ username: '%EMAILADDRESS%%s%(user)s%40' }),
  umlauts: outgoing({ username: 'jürgen.weiß@example.org' }),
  'another script': outgoing({ username: '花子' }),
  'signs of markup': outgoing({ username: '<b>&amp;</b>]]>-->?>' }),
  'a template': outgoing({ username: '{{ you }}#{you}<%= you %>' }),
  'a sign of a comment': outgoing({ username: '# you // ; /* -- */' }),
  'a word that is a value': outgoing({ username: 'null' }),
  'digits alone': outgoing({ username: '0123' }),
  '200 characters': outgoing({ username: 'x'.repeat(200) }),
  'a host of another script': {
    ...outgoing({ host: 'xn--mller-kva.example' }),
    mailAddress: 'you@xn--mller-kva.example',
  },
  'an IPv6 address': outgoing({ host: '2001:db8::25' }),
  'port 2525': outgoing({ port: 2525 }),
  'no encryption, and a warning': {
    ...outgoing({ security: 'none' }),
    warnings: ['Line one.\nX-Evil: 1 */ --> ?> "'],
  },
  'a name with a line end': { displayName: 'Jane\nRoe' },
  'a name with a carriage return and a header': { displayName: 'Jane\r\nBcc: all@example.org' },
  'a name with quotes and brackets': { displayName: `Jane "J" <you@evil.example>, 'R'` },
  'an address with signs': { mailAddress: `o'b+r$%{x}@example.org` },
};

describe.each(Object.entries(odd))('%s', (_what, change) => {
  test.each(written)('$id writes it or names the field', (client) => {
    const rendered = renderClient(client, someSettings(change));
    if (rendered.ok) expectHarmless(rendered.value.text, client);
    else expect(rendered.problem).toMatchObject({ code: 'refused', field: expect.stringMatching(/^[a-z]/) });
  });
});

test.each(inLines)('in $id no value makes a line of its own', (client) => {
  let carried = 0;
  fc.assert(
    fc.property(anyOrOwnLogin, (settings) => {
      const rendered = renderClient(client, settings);
      if (!rendered.ok) return;
      const usual = renderClient(client, plain(settings));
      if (!usual.ok) throw new Error(`${client.id} refuses what is usual`);
      carried += 1;
      expectHarmless(rendered.value.text, client);
      expect(linesOf(rendered.value.text)).toBe(linesOf(usual.value.text));
    }),
    { numRuns: 200 },
  );
  expect(carried).toBeGreaterThan(10);
});

/** The same settings with values in which nothing means anything; what was the same stays the same. */
function plain(settings: ClientSettings): ClientSettings {
  const { outgoing: server, incoming, mailAddress, displayName } = settings;
  const plainly = new Map([
    [mailAddress, 'you@example.org'],
    [mailAddress.replace(/@.*$/s, ''), 'you'],
  ]);
  const username = plainly.get(server.username) ?? 'jane';
  plainly.set(server.username, username);
  return {
    ...settings,
    outgoing: { ...server, username },
    incoming: incoming && { ...incoming, username: plainly.get(incoming.username) ?? 'roe' },
    mailAddress: 'you@example.org',
    // Some formats say in a line of its own that a name is not ASCII, or why it is left out.
    displayName: /[^\x20-\x7e]/.test(displayName) ? 'Jäne Roe' : 'Jane Roe',
  };
}

/** Text of whole characters, without any that act on a screen or a reader. */
function expectHarmless(text: string, { id }: Client): void {
  expect(text, id).not.toMatch(/\p{Cs}/u);
  expect(text).not.toMatch(/(?![\n\r\t])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  expect(text).not.toMatch(/^(X-Evil|Bcc):/m);
}

function linesOf(text: string): number {
  return text.split('\n').length;
}
