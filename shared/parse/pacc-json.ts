import * as z from 'zod/mini';
import type { LoginMethod, NamedServer } from '../model/check.ts';
import type { Protocol } from '../model/endpoint.ts';
import { parseHost } from './host-name.ts';
import { plainText } from './plain-text.ts';
import type { MailOwner, Oddity, Published } from './published.ts';

export type ParsedPacc =
  | { readonly ok: true; readonly value: Published }
  | { readonly ok: false; readonly fault: 'not-pacc' };

const service = z.catch(z.optional(z.object({ host: z.optional(z.unknown()) })), undefined);

/** draft-ietf-mailmaint-pacc-04: what is unknown, or odd, is passed over. Until -02 `submit` was called `smtp`. */
const document = z.object({
  protocols: z.object({ imap: service, pop3: service, submit: service, smtp: service }),
  authentication: z.catch(
    z.optional(z.object({ password: z.optional(z.unknown()), 'oauth-public': z.optional(z.unknown()) })),
    undefined,
  ),
  info: z.catch(
    z.optional(
      z.object({
        provider: z.optional(z.object({ name: z.optional(z.string().check(z.maxLength(10_000))) })),
      }),
    ),
    undefined,
  ),
});

type Services = z.infer<typeof document>['protocols'];

/** Each service is at its usual port with implicit TLS (RFC 8314); the format has no field for either. */
const kinds: readonly (readonly [keyof Services, Protocol, number])[] = [
  ['submit', 'smtp', 465],
  ['smtp', 'smtp', 465],
  ['imap', 'imap', 993],
  ['pop3', 'pop3', 995],
];

/** Reads a provider's document of PACC, "Automatic Configuration of Email, Calendar, and Contact Server Settings". */
export function parsePacc(text: string, { address }: MailOwner): ParsedPacc {
  const parsed = document.safeParse(jsonOf(text));
  if (!parsed.success) return { ok: false, fault: 'not-pacc' };
  const { protocols, authentication, info } = parsed.data;
  const auth = loginsIn(authentication);
  const servers: NamedServer[] = [];
  const oddities: Oddity[] = [];
  for (const [key, protocol, port] of kinds) {
    const named = protocols[key];
    if (named === undefined || (key === 'smtp' && protocols.submit !== undefined)) continue;
    const host = typeof named.host === 'string' ? parseHost(named.host) : null;
    if (!host?.ok) {
      const found = plainText(String(named.host ?? ''), 80);
      oddities.push({ kind: 'wrong-value', where: `${key} host`, found, right: 'host' });
      continue;
    }
    servers.push({
      protocol,
      host: host.value.host,
      port,
      security: 'tls',
      role: protocol === 'smtp' ? 'outgoing' : 'incoming',
      ...(auth.length > 0 && { auth }),
      ...(address !== undefined && { username: address }),
    });
  }
  const name = plainText(info?.provider?.name ?? '', 100);
  return { ok: true, value: { ...(name !== '' && { providerName: name }), about: {}, servers, oddities } };
}

/** Sign-in in the browser first, where it is offered: the document says so of the whole provider. */
function loginsIn(authentication: z.infer<typeof document>['authentication']): LoginMethod[] {
  if (authentication === undefined) return [];
  return [
    ...(authentication['oauth-public'] === undefined ? [] : (['oauth2'] as const)),
    ...(authentication.password === true ? (['password-cleartext'] as const) : []),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** What `_ua-auto-config` says in DNS: the SHA-256 digest, in Base64, of the document as it is sent. None for what says something else. */
export function paccDigest(record: string): string | null {
  const tags = new Map(
    record.split(';').map((tag): [string, string] => {
      const [name = '', value = ''] = tag.split(/=(.*)/s);
      return [name.trim().toLowerCase(), value.trim()];
    }),
  );
  const isKnown = tags.get('v') === 'UAAC1' && tags.get('a')?.toLowerCase() === 'sha256';
  const digest = tags.get('d') ?? '';
  return isKnown && /^[A-Za-z0-9+/]{43}=$/.test(digest) ? digest : null;
}
