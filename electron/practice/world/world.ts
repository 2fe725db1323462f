import type { Security } from '../../../shared/model/endpoint.ts';
import type { CertificateWish } from '../certificates.ts';
import type { SubmissionBehaviour } from '../servers/submission-session.ts';

/** What listens on one port of a host. */
export type Service =
  | {
      readonly protocol: 'smtp';
      readonly security: Security;
      /** Login mechanisms; empty: none. */
      readonly auth: readonly string[];
      readonly fault?: 'masked' | 'busy' | 'blocklisted';
      /** The connection is cut at the first byte of TLS. */
      readonly cutsTls?: boolean;
      /** How long the greeting takes beyond the way there and back, in milliseconds. */
      readonly greetAfterMs?: number;
      /** What it does with a login and a message, where that is not the everyday: it takes both. */
      readonly submission?: SubmissionBehaviour;
    }
  | {
      readonly protocol: 'imap' | 'pop3';
      readonly security: Security;
      readonly cutsTls?: boolean;
      /** The answer to every login instead of OK (IMAP), without its tag. */
      readonly login?: string;
    }
  | { readonly protocol: 'web'; readonly security: 'none' | 'tls'; readonly answer: 'success' | 'portal' };

/** One computer of the practice network. */
export type Host = {
  /** The first is the name that it gives itself. */
  readonly names: readonly string[];
  readonly ipAddress: string;
  readonly roundTripMs: number;
  readonly certificate: CertificateWish;
  readonly services: Readonly<Record<number, Service>>;
  /** What a SYN to any other port meets. */
  readonly otherPorts: 'drop' | 'refuse';
};

/** What a device between this computer and the servers does to connections. */
export type PathRule = {
  readonly ports: readonly number[] | 'every';
  /** Hosts it applies to, by their first name; absent: all, even addresses where nobody lives. */
  readonly hosts?: readonly string[];
  /** `redirectedTo` is the IP address of the host that answers instead. */
  readonly fate: 'drop' | 'refuse' | 'unreachable' | { readonly redirectedTo: string };
};

export type Dns =
  | { readonly mood: 'honest' }
  /** Says so after this long, in milliseconds. */
  | { readonly mood: 'silent'; readonly afterMs: number }
  /** Every name, even one that does not exist, leads to this address. */
  | { readonly mood: 'lying'; readonly ipAddress: string };

/** A network with its servers, its names and what stands between. Plain data: nothing listens yet. */
export type World = {
  /** The person's own server is the first. */
  readonly hosts: readonly Host[];
  /** Mail exchanger by domain. */
  readonly mx: Readonly<Record<string, string>>;
  /** Target and port by service name, such as `_submission._tcp.practice.example`. */
  readonly srv: Readonly<Record<string, { readonly target: string; readonly port: number }>>;
  /** Texts by name. */
  readonly txt: Readonly<Record<string, readonly string[]>>;
  readonly dns: Dns;
  /** The first that applies decides; none: the connection goes through. */
  readonly path: readonly PathRule[];
};

/** The host with one of these names or addresses. */
export function hostOf(world: World, nameOrAddress: string): Host | undefined {
  return world.hosts.find((host) => host.ipAddress === nameOrAddress || host.names.includes(nameOrAddress));
}
