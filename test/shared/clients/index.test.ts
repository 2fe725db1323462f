import { describe, expect, test } from 'vitest';
import type { Client, ClientSettings, FileClient } from '../../../shared/clients/client.ts';
import {
  clientSteps,
  clients,
  findClient,
  passwordCode,
  renderClient,
  settingsFromReport,
} from '../../../shared/clients/index.ts';
import { outlook } from '../../../shared/clients/outlook.ts';
import { refused } from '../../../shared/clients/refused.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import { ok, type Result } from '../../../shared/model/problem.ts';
import { aReport, aServer } from '../../support/builders.ts';
import { english, told } from '../../support/english.ts';
import { fc } from '../../support/invented-inputs.ts';
import { someSettings } from './settings.ts';

const forbidden = [
  '\n',
  '\r',
  '\0',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ud800',
];

/** What a client cannot say as the host, by its id. */
const namesAlone: Readonly<Record<string, RegExp>> = {
  exim: /:/,
  srv: /:|\d$/,
  sendmail: /:/,
  ssmtp: /:/,
  dma: /:/,
  dotnet: /:/,
  gitea: /:/,
  'docker-mailserver': /:|\d$/,
  mailu: /:|\d$/,
  postfix: /:|\d$/,
};

test('every client has an id of its own, a name, and is found by its id', () => {
  const ids = clients.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(['text', 'outlook']));
  for (const client of clients) {
    expect(client.name).not.toBe('');
    expect(findClient(client.id)).toBe(client);
  }
  expect(findClient('pegasus')).toBeUndefined();
});

/** As `renderClient`, and for a code that holds the password what it would say. */
function rendered(client: Client, settings: ClientSettings): Result<{ text: string }> {
  if (client.kind !== 'code') return renderClient(client, settings);
  const drawn = passwordCode(client, settings, 'secret');
  return drawn.ok ? ok({ text: client.code(settings, 'secret') }) : drawn;
}

describe.each(clients)('$id', (client: Client) => {
  const lineCount = (text: string) => text.split(/[\n\r\u0085\u2028\u2029\v\f]/).length;

  test('names the server and the port', () => {
    const file = rendered(client, someSettings());
    if (!file.ok) throw new Error(english(file.problem.message));
    const { text: content } = file.value;
    const encoding = client.kind === 'file' ? client.encoding : undefined;
    const shown = encoding === 'base64' ? Buffer.from(content, 'base64').toString('latin1') : content;
    expect(shown).toContain('mail.example.org');
    expect(shown).toContain('587');
    if (client.kind === 'file' || client.kind === 'text')
      expect(client.fileName).toMatch(/^[a-z][a-z0-9.-]+$/);
  });

  test('no value forges a line: it is carried whole on its line, or refused by the name of its field', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...forbidden),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
      ),
      minLength: 1,
      maxLength: 30,
    });
    // The same settings with harmless values in the same places: the page must have exactly as many lines.
    const render = (value: string, from: string) =>
      rendered(
        client,
        someSettings({
          mailAddress: value,
          displayName: value,
          outgoing: aServer({ username: value }),
          incoming: aServer({ protocol: 'imap', security: 'tls', username: value }),
          change: [{ field: 'host', from, to: value }],
        }),
      );
    const harmless = render('harmless@example.org', 'harmless');
    if (!harmless.ok) throw new Error(english(harmless.problem.message));

    fc.assert(
      fc.property(hostile, hostile, (value, from) => {
        const file = render(value, from);
        if (file.ok) expect(lineCount(file.value.text)).toBe(lineCount(harmless.value.text));
        else expect(file.problem.code).toBe('refused');
      }),
      { numRuns: 500 },
    );
  });

  test.each(forbidden.map((character) => [JSON.stringify(character), character]))(
    'refuses %s in every field',
    (_name, character) => {
      const value = `a${character}b`;
      for (const [field, change] of [
        ['mailAddress', { mailAddress: value }],
        ['displayName', { displayName: value }],
        ['outgoing.username', { outgoing: aServer({ username: value }) }],
        ['outgoing.host', { outgoing: aServer({ host: value }) }],
        ['incoming.username', { incoming: aServer({ protocol: 'imap', username: value }) }],
        ['change.host', { change: [{ field: 'host', from: value, to: 'b' }] }],
      ] as const) {
        expect(rendered(client, someSettings(change))).toMatchObject({
          ok: false,
          problem: { code: 'refused', field },
        });
      }
    },
  );

  test.each([
    'mail example.org',
    '-oProxyCommand.example.org',
    'mail.example.org"',
    'mail..example.org',
    `${'a'.repeat(64)}.example.org`,
    `${'a.'.repeat(130)}org`,
    'mail.example.org%0a',
    '',
    'пример.example',
  ])('refuses the host "%s"', (host) => {
    expect(rendered(client, someSettings({ outgoing: aServer({ host }) }))).toMatchObject({
      ok: false,
      problem: { field: 'outgoing.host' },
    });
  });

  test.each([
    'mail.example.org',
    'localhost',
    '192.0.2.1',
    '2001:db8::1',
    '::ffff:192.0.2.1',
    'xn--e1afmkfd.example',
  ])('carries the host %s', (host) => {
    const isRefused = namesAlone[client.id]?.test(host) ?? false;
    const file = rendered(client, someSettings({ outgoing: aServer({ host }) }));
    if (isRefused) expect(file).toMatchObject({ ok: false, problem: { field: 'outgoing.host' } });
    else expect(file).toMatchObject({ ok: true });
  });

  test.each([0, 65_536, 1.5, Number.NaN])('refuses the port %d', (port) => {
    expect(rendered(client, someSettings({ outgoing: aServer({ port }) }))).toMatchObject({
      ok: false,
      problem: { field: 'outgoing.port' },
    });
  });
});

test('an exporter that cannot carry a value becomes a Problem, a fault of our own stays one', () => {
  const picky: FileClient = {
    kind: 'file',
    id: 'picky',
    name: 'Picky',
    group: 'machines',
    source: { name: 'nobody', checked: '2026-11' },
    fileName: 'picky',
    mediaType: 'text/plain',
    comments: null,
    note: 'client.note.text',
    render: () => {
      throw refused('displayName', 'client.refuse.too-long', { max: 3 });
    },
  };
  expect(told(renderClient(picky, someSettings()))).toEqual({
    ok: false,
    problem: { code: 'refused', field: 'displayName', message: 'The name is longer than 3 characters.' },
  });
  const broken: FileClient = {
    ...picky,
    render: () => {
      throw new TypeError('ours');
    },
  };
  expect(() => renderClient(broken, someSettings())).toThrow('ours');
});

test('a refusal names its field in plain words, whatever the field is', () => {
  const words = (field: string): string => english(refused(field, 'client.refuse.missing').words);
  expect(words('outgoing.auth')).toBe('The login for sending is missing.');
  const fields = ['mailAddress', 'displayName', 'incoming', 'password'].concat(
    ...['outgoing', 'incoming'].map((role) =>
      ['host', 'port', 'security', 'username', 'auth'].map((field) => `${role}.${field}`),
    ),
  );
  expect(fields.map(words).filter((sentence) => !sentence.startsWith('The '))).toEqual([]);
  expect(words('change.host')).toBe('change.host is missing.');
});

test('a code that holds the password is never a file', () => {
  for (const client of clients.filter(({ kind }) => kind === 'code')) {
    expect(renderClient(client, someSettings())).toMatchObject({ ok: false, problem: { field: 'password' } });
  }
});

test('steps for a screen pass the same check', () => {
  const variant = nearestVariant(outlook, someSettings(), {});
  expect(clientSteps(outlook, someSettings(), variant)).toMatchObject({ ok: true });
  expect(clientSteps(outlook, someSettings({ mailAddress: 'a\nb' }), variant)).toMatchObject({ ok: false });
});

describe('settings from a report', () => {
  test('are its recommendation, its address and the name that was given', () => {
    const report = aReport();
    expect(settingsFromReport(report, 'You')).toEqual({
      ok: true,
      value: {
        outgoing: report.recommendation?.outgoing,
        incoming: null,
        change: null,
        mailAddress: 'you@example.org',
        displayName: 'You',
        logins: ['PLAIN', 'LOGIN'],
      },
    });
  });

  test('say what the provider wants in place of the usual password', () => {
    const secretOf = (secret: 'password' | 'app-password' | 'browser', host = 'mail.example.org') => {
      const server = { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' } as const;
      const found = { source: 'well-known', asked: 'example.org', outcome: 'found', elapsedMs: 0 } as const;
      const provider = { name: 'Example', secret };
      const settings = settingsFromReport(
        aReport({ discovery: [{ ...found, servers: [server], provider }] }),
      );
      return settings.ok ? settings.value.secret : 'no settings';
    };
    expect(secretOf('app-password')).toBe('app-password');
    expect(secretOf('password')).toBeUndefined();
    expect(secretOf('browser')).toBeUndefined();
    expect(secretOf('app-password', 'mail.other.example')).toBeUndefined();
  });

  test('are a Problem when nothing works', () => {
    expect(settingsFromReport(aReport({ recommendation: null }))).toMatchObject({
      ok: false,
      problem: { code: 'not-found', field: 'report' },
    });
  });

  test('stand without an address when only a server was checked', () => {
    const settings = settingsFromReport(aReport({ input: { server: 'mail.example.org' } }));
    expect(settings).toMatchObject({ ok: true, value: { mailAddress: '' } });
  });
});

test('a source is something that was read, not a page that was not found', () => {
  const names = clients.map(({ id, source }) => `${id}: ${source.name}`);
  expect(names.filter((name) => /: (No|None) /.test(name))).toEqual([]);
  // Many of their labels come from other people's guides.
  expect(findClient('device')?.source.name).not.toContain("Makers' pages");
});
