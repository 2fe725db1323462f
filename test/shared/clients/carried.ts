import { expect } from 'vitest';
import type { Client, ClientSettings } from '../../../shared/clients/client.ts';
import { renderClient } from '../../../shared/clients/index.ts';
import { aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { fc } from '../../support/invented-inputs.ts';
import { someSettings } from './settings.ts';

/** What an independent reader of a format finds in a file; it leaves out what the format does not hold. */
export type Found = Partial<{
  host: string;
  port: number;
  security: string;
  username: string;
  address: string;
  name: string;
  incomingHost: string;
  incomingUsername: string;
}>;

/** What means something in one format or another: quotes, comments, expansions, tags, options, ends. */
const meaningful = [
  ...'"\'\\`$%#;:=,|&<>-[](){}^*!?~@./ \u00a0\u3000üЖ漢𝄞\u0301a0',
  ...'&amp; </ <!-- --> ]]> <![CDATA[ ?> */ // -- {{x}} $(id) `id` %U %EMAILADDRESS% null true PASSWORD'.split(
    ' ',
  ),
  `\${HOME}`,
  '  ',
];

const hostile = fc.string({
  unit: fc.oneof(fc.constantFrom(...meaningful), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  minLength: 1,
  maxLength: 12,
});
const usual = fc.constantFrom('you@example.org', 'you', 'Jane Roe', "O'Brien");
const local = fc.string({
  unit: fc.constantFrom(..."abcXYZ019.!#$%&'*+/=?^_`{|}~-", 'ü', '漢'),
  minLength: 1,
  maxLength: 12,
});
const host = fc.constantFrom(
  'mail.example.org',
  'localhost',
  '192.0.2.1',
  '2001:db8::1',
  'a_b.example',
  'xn--e1afmkfd.example',
);

const fields = [
  'outgoing.host',
  'outgoing.username',
  'incoming.host',
  'incoming.username',
  'mailAddress',
  'displayName',
  'outgoing.security',
];

/** Any settings that a report could hold, hostile or not. */
export const anySettings: fc.Arbitrary<ClientSettings> = fc
  .record({
    host,
    port: fc.integer({ min: 1, max: 65_535 }),
    security: fc.constantFrom('none' as const, 'starttls' as const, 'tls' as const),
    username: fc.oneof(hostile, usual),
    incomingUsername: fc.oneof(hostile, usual),
    name: fc.oneof(hostile, usual),
    local: fc.oneof(local, fc.constant('you')),
  })
  .map((any) =>
    someSettings({
      outgoing: aServer({ host: any.host, port: any.port, security: any.security, username: any.username }),
      incoming: aServer({
        protocol: 'imap',
        host: any.host,
        port: 993,
        security: 'tls',
        username: any.incomingUsername,
      }),
      mailAddress: `${any.local}@example.org`,
      displayName: any.name,
    }),
  );

type Options = {
  readonly numRuns?: number;
  /** Makes of any settings some that this format can carry at all. */
  readonly prepare?: (settings: ClientSettings) => ClientSettings;
};

/**
 * Whatever stands in host, user name, address or display name: `read` gets back exactly those values from the rendered file, or the
 * export refuses and names the field. Fails as well when nearly everything is refused.
 */
export function expectCarried(
  client: Client,
  read: (text: string) => Found,
  { numRuns = 400, prepare = (settings) => settings }: Options = {},
): void {
  let carried = 0;
  fc.assert(
    fc.property(anySettings.map(prepare), (settings) => {
      const rendered = renderClient(client, settings);
      if (!rendered.ok) {
        expect(rendered.problem.code).toBe('refused');
        expect(fields).toContain(rendered.problem.field);
        return;
      }
      carried += 1;
      const found = read(rendered.value.text);
      expect(Object.keys(found)).toEqual(expect.arrayContaining(['host', 'port']));
      const wanted = expected(settings);
      expect(found).toEqual(
        Object.fromEntries(Object.keys(found).map((key) => [key, wanted[key as keyof Found]])),
      );
    }),
    { numRuns },
  );
  expect(carried).toBeGreaterThan(numRuns / 12);
}

function expected({ outgoing, incoming, mailAddress, displayName }: ClientSettings): Found {
  return {
    host: outgoing.host,
    port: outgoing.port,
    security: outgoing.security,
    username: outgoing.username,
    address: mailAddress,
    name: displayName,
    incomingHost: incoming?.host ?? '',
    incomingUsername: incoming?.username ?? '',
  };
}

/** The whole file for these settings; throws when the export refuses. */
export function fileOf(client: Client, change: Partial<ClientSettings> = {}): string {
  const rendered = renderClient(client, someSettings(change));
  if (!rendered.ok) throw new Error(`${rendered.problem.field} ${english(rendered.problem.message)}`);
  return rendered.value.text;
}

/** The field that an export refuses for these settings, or `null` when it does not refuse. */
export function refusedField(client: Client, change: Partial<ClientSettings>): string | null | undefined {
  const rendered = renderClient(client, someSettings(change));
  return rendered.ok ? null : rendered.problem.field;
}
