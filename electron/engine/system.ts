import type { Duplex } from 'node:stream';
import type { HostPort } from '../../shared/model/check.ts';
import type { Family } from '../../shared/model/family.ts';
import type { HereDoubts, HereFact } from '../../shared/model/here.ts';
import type { TlsFacts } from '../../shared/model/observation.ts';

/**
 * Everything the engine may ask of the world. The real system, the practice network and the tests differ only
 * here, so the same probe runs on all three. Every call ends when its signal aborts.
 */
export type System = {
  readonly clock: Clock;
  /** One TCP connection attempt, one SYN sequence of the kernel. Never rejects. */
  dial(to: Address, signal: AbortSignal): Promise<DialResult>;
  /** Begins TLS on a connection (RFC 8446). Looks at the certificate and reports; never refuses one. Rejects for a bug of ours only. */
  secure(connection: Duplex, options: SecureOptions, signal: AbortSignal): Promise<SecureResult>;
  /** One question to DNS; `resolvers` empty means the system's. Never rejects. */
  resolve(question: DnsQuestion, signal: AbortSignal): Promise<DnsAnswer>;
  /**
   * One HTTP exchange with one of the addresses given; a redirect is an answer like any other. Over https only with a certificate
   * that is trusted and for the URL's host. Never rejects. Only `web/pages.ts` calls it, which decides what may be asked of whom.
   */
  fetch(request: WebRequest, signal: AbortSignal): Promise<WebReply>;
  /**
   * The address from which this computer would send to the world over this family, or null when its own kernel knows no way there.
   * Sends nothing. Another answer than before: another network. Never rejects.
   */
  ownAddress(family: Family): Promise<string | null>;
  /** The router that gets its IPv4 packets for the world, in whatever words, or null where there is none. Absent where it is not told. */
  gateway?(): string | null;
  /** Looks into what may be this computer's own doing. Tells what could be found out, in any order. Never rejects. */
  lookHere(doubts: HereDoubts, signal: AbortSignal): Promise<readonly HereFact[]>;
  /** Uniform in [0, 1). */
  random(): number;
  /** Whether this is the practice network. */
  readonly isPractice: boolean;
  /** Which situation it plays. */
  readonly practiceScenario?: string;
  /** The person's language (ISO 639, two or three letters), for pages that exist in several. English where it is not known. */
  readonly language?: string;
  /** What many checks keep within limits together. Absent in a check by itself. */
  readonly turns?: Turns;
};

/** Waits until one more may be under way, and resolves to what ends the turn; at once, with nothing to end, when the signal aborts. Never rejects. */
export type Turns = {
  /** A question to DNS. */
  question(signal: AbortSignal): Promise<Leave>;
  /** A connection to a web server. */
  page(to: Pick<WebRequest, 'addresses'> & { readonly port: number }, signal: AbortSignal): Promise<Leave>;
};

/** Called once. */
export type Leave = () => void;

export type Clock = {
  /** Monotonic milliseconds. */
  now(): number;
  /** Milliseconds since 1970, as this computer's clock has it. */
  wallClock(): number;
  /**
   * For how long this program has worked, or waited for a processor to work on, so far, in ms. What passes beyond that it was idle, or not
   * allowed to run, as on a computer that sleeps. Absent where it works whenever it wants to.
   */
  workedMs?(): number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

export type Address = { readonly ipAddress: string; readonly family: Family; readonly port: number };

/** Node's or libuv's name of what went wrong, such as `ECONNREFUSED`; the engine knows their meaning (`errno.ts`). */
export type DialResult =
  | { readonly ok: true; readonly connection: Duplex }
  | {
      readonly ok: false;
      readonly errno: string;
      /** This computer's own system said it, before a packet was sent: a missing route, a rule that forbids it to the program. */
      readonly isOwnWord?: boolean;
    };

/** GET, or POST when there is a body. */
export type WebRequest = {
  /** `https:` or `http:`, without user name or fragment. */
  readonly url: string;
  /** Where the URL's host is; nothing else is looked up. */
  readonly addresses: readonly { readonly ipAddress: string; readonly family: Family }[];
  /** An XML document to post. */
  readonly body?: string;
};

/** `certificate`: it is not trusted, or for another host. `too-large`: more than `limits.pageBytes`. `failed`: anything else. */
export type WebReply =
  | { readonly ok: true; readonly status: number; readonly location?: string; readonly body: string }
  | {
      readonly ok: false;
      readonly kind: 'unreachable' | 'certificate' | 'too-large' | 'failed' | 'aborted';
      readonly code: string;
    };

export type SecureOptions = { readonly host: string };

export type SecureResult =
  | { readonly ok: true; readonly connection: Duplex; readonly facts: TlsFacts }
  | {
      readonly ok: false;
      /**
       * `alert`: the other side refused with a TLS alert. `not-tls`: what came back is not TLS. `reset` and `closed`: the
       * connection ended during the handshake. `failed`: anything else that TLS itself refused. `aborted`: our signal.
       */
      readonly kind: 'alert' | 'not-tls' | 'reset' | 'closed' | 'failed' | 'aborted';
      readonly code: string;
      readonly message: string;
      /** The first bytes that came back when they were not TLS, as Latin-1. */
      readonly received?: string;
    };

export type DnsQuestion = {
  readonly name: string;
  readonly type: 'addresses' | 'MX' | 'SRV' | 'TXT';
  readonly resolvers: readonly HostPort[];
  /** Of addresses, those of both families are wanted, even when one takes long: comparisons are made over each. */
  readonly isThorough?: boolean;
};

export type DnsRecords =
  | {
      readonly type: 'addresses';
      readonly addresses: readonly { readonly ipAddress: string; readonly family: Family }[];
    }
  | {
      readonly type: 'MX';
      readonly records: readonly { readonly exchange: string; readonly preference: number }[];
    }
  | {
      readonly type: 'SRV';
      readonly records: readonly {
        readonly target: string;
        readonly port: number;
        readonly priority: number;
        readonly weight: number;
      }[];
    }
  /** Each with its pieces put together: RFC 7208 section 3.3. */
  | { readonly type: 'TXT'; readonly texts: readonly string[] };

/** `no-name` is NXDOMAIN, `no-data` a name without such records, `no-answer` silence or a server that cannot say. */
export type DnsAnswer = (
  | {
      readonly outcome: 'found';
      readonly found: DnsRecords;
      /** Of this family nothing was said: the name may have addresses of it all the same. */
      readonly unheard?: 4 | 6;
    }
  | { readonly outcome: 'no-name' | 'no-data' | 'no-answer' | 'cancelled'; readonly code: string }
) & { readonly elapsedMs: number };
