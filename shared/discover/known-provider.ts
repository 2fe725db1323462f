import type { LoginMethod, NamedServer, Provider as ProviderFacts, Secret } from '../model/check.ts';
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
  /**
   * The user name: the whole address, unless it is only what stands before the @, for both ways or for receiving alone; or the address that
   * the person has at the provider itself, which a domain of their own does not tell.
   */
  readonly login?: 'local-part' | 'local-part-incoming' | 'own-address';
  /** Ends of names of its servers besides those above, each a whole name: older names, and those of other countries. */
  readonly hosts?: readonly string[];
  /** What to type as password, where that is not simply the account's own. */
  readonly secret?: Secret;
  /** Programs may sign in by the browser instead, which the provider would rather have (OAuth 2.0). */
  readonly signsIn?: boolean;
  readonly needsTwoStep?: boolean;
  readonly needsPlan?: boolean;
  readonly passwordUntil?: string;
  readonly secretAt?: string;
  /** Where mail programs have to be let in before their first login. */
  readonly enableAt?: string;
  /** Mail programs are always let in, although older lists say that this has to be switched on. */
  readonly isAlwaysOn?: boolean;
  readonly help?: string;
};

/** A known provider's servers for one person, the first to try first. */
export function serversOf(provider: Omit<KnownProvider, 'id' | 'domains'>, owner: MailOwner): NamedServer[] {
  const { outgoing, imap, pop3, login, secret, signsIn } = provider;
  const { address } = owner;
  const local = address?.slice(0, address.lastIndexOf('@'));
  const auth: LoginMethod[] = [
    ...(secret === 'browser' || signsIn ? (['oauth2'] as const) : []),
    ...(secret === 'browser' ? [] : (['password-cleartext'] as const)),
  ];
  const person = (username: string | undefined) => ({
    auth,
    ...(username === undefined ? {} : { username }),
  });
  const untold = login === 'own-address' ? '' : undefined;
  const sender = person(untold ?? (login === 'local-part' ? local : address));
  const receiver = person(untold ?? (login === undefined ? address : local));
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
  const { needsTwoStep, needsPlan, passwordUntil, login } = provider;
  return {
    name,
    secret,
    ...(needsTwoStep ? { needsTwoStep } : {}),
    ...(needsPlan ? { needsPlan } : {}),
    ...(login === 'own-address' ? { wantsOwnAddress: true } : {}),
    ...(passwordUntil ? { passwordUntil } : {}),
    ...(secretAt ? { secretAt } : {}),
    ...(enableAt ? { enable: [{ at: enableAt }] } : {}),
    ...(help ? { help } : {}),
  };
}
