import type { LoginMethod, NamedServer, Provider as ProviderFacts } from '../model/check.ts';
import { conventionalSecurity } from '../model/endpoint.ts';
import type { MailOwner } from '../parse/published.ts';

/** What Postway knows of one provider without asking anybody. Receiving is by IMAP on 993 and POP3 on 995, with TLS from the start. */
export type KnownProvider = {
  readonly id: string;
  readonly name: string;
  /** The part after the @ of its addresses. */
  readonly domains: readonly string[];
  /** Security is as the ports have it by convention. */
  readonly outgoing: { readonly host: string; readonly ports: readonly number[] };
  readonly imap?: string;
  readonly pop3?: string;
  /** The user name: the whole address, unless it is only what stands before the @, for both ways or for receiving alone. */
  readonly login?: 'local-part' | 'local-part-incoming';
  /** What to type as password: the account's own, unless it is one made for programs, or there is a sign-in in the browser instead. */
  readonly secret?: 'app-password' | 'browser';
  readonly secretAt?: string;
  /** Where mail programs have to be let in before their first login. */
  readonly enableAt?: string;
  readonly help?: string;
};

/** A known provider's servers for one person, the first to try first. */
export function serversOf(provider: Omit<KnownProvider, 'id' | 'domains'>, owner: MailOwner): NamedServer[] {
  const { outgoing, imap, pop3, login, secret } = provider;
  const { address } = owner;
  const local = address?.slice(0, address.lastIndexOf('@'));
  const auth: LoginMethod[] = [secret === 'browser' ? 'oauth2' : 'password-cleartext'];
  const person = (username: string | undefined) => ({
    auth,
    ...(username === undefined ? {} : { username }),
  });
  const sender = person(login === 'local-part' ? local : address);
  const receiver = person(login === undefined ? address : local);
  return [
    ...outgoing.ports.map((port): NamedServer => {
      const endpoint = { protocol: 'smtp', host: outgoing.host, port } as const;
      return { ...endpoint, security: conventionalSecurity(port), role: 'outgoing', ...sender };
    }),
    ...(imap
      ? [{ protocol: 'imap', host: imap, port: 993, security: 'tls', role: 'incoming', ...receiver } as const]
      : []),
    ...(pop3
      ? [{ protocol: 'pop3', host: pop3, port: 995, security: 'tls', role: 'incoming', ...receiver } as const]
      : []),
  ];
}

/** What a person should know of a provider besides its servers. */
export function factsOf(provider: Omit<KnownProvider, 'id' | 'domains'>): ProviderFacts {
  const { name, secret = 'password', secretAt, enableAt, help } = provider;
  return {
    name,
    secret,
    ...(secretAt ? { secretAt } : {}),
    ...(enableAt ? { enable: [{ at: enableAt }] } : {}),
    ...(help ? { help } : {}),
  };
}
