import * as z from 'zod/mini';
import { Endpoint, HostText, PortNumber, Protocol, Security } from './endpoint.ts';
import { ControlKind, Observation, Role, Stage } from './observation.ts';
import { Said } from './said.ts';

const host = HostText;

/** What the mail program uses today for sending. */
export const CurrentSettings = z.object({ host, port: PortNumber, security: Security });
export type CurrentSettings = Readonly<z.infer<typeof CurrentSettings>>;

/** A host and port, as given to `--reference` and `--resolver`. */
export const HostPort = z.object({ host, port: PortNumber });
export type HostPort = Readonly<z.infer<typeof HostPort>>;

/** What an error text was recognised by, and its causes (`explanation.ts`), the most probable first. */
export const Suspicion = z.object({
  matched: z.string().check(z.maxLength(300)),
  /** Who says so, where that is certain. */
  program: z.optional(z.string().check(z.maxLength(100))),
  causes: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(10)),
});

/** Everything one check is asked. At least one of `domain` and `server` is present; never a password. */
export const CheckInput = z.object({
  address: z.optional(z.string().check(z.maxLength(320))),
  domain: z.optional(host),
  /** The person said that the domain is spelt right, although it looks like a slip on a well-known one. */
  isDomainSure: z.optional(z.boolean()),
  /** The outgoing server, when the user knows it; discovery is skipped then. */
  server: z.optional(host),
  /** A port the user named with the server; it is tried besides `ports`. */
  serverPort: z.optional(PortNumber),
  current: z.optional(CurrentSettings),
  /** What an error text of the mail program makes us suspect. */
  suspicion: z.optional(Suspicion),
  /** Only what can change the verdict, a problem or warning, or the recommendation is tried. */
  brief: z.optional(z.boolean()),
  /** Outgoing ports to try. */
  ports: z.array(PortNumber).check(z.minLength(1), z.maxLength(20)),
  /** Also check IMAP and POP3. */
  incoming: z.boolean(),
  /** Look settings up over the web. */
  lookup: z.boolean(),
  /** Contact other operators' servers as controls. */
  references: z.boolean(),
  /** Replaces the built-in reference servers. */
  customReferences: z.array(HostPort).check(z.maxLength(20)),
  /** DNS servers to ask instead of the system's. */
  resolvers: z.array(HostPort).check(z.maxLength(5)),
  /** Upper bound for one connection attempt. */
  timeoutMs: z.int().check(z.minimum(500), z.maximum(120_000)),
});
export type CheckInput = Readonly<z.infer<typeof CheckInput>>;

/** Who claimed a server. */
export const Source = z.enum([
  'user',
  'autoconfig',
  'ispdb',
  'srv',
  'mx',
  'autodiscover',
  'pacc',
  'well-known',
  'guess',
]);
export type Source = z.infer<typeof Source>;

/** Sources that name a setting as the one to use, in the order of trust; the order of what each names is the provider's own. */
export const publishers = [
  'autoconfig',
  'pacc',
  'ispdb',
  'srv',
  'autodiscover',
  'well-known',
] as const satisfies readonly Source[];

/** One claim about the user's servers: an endpoint, and who said so. */
export const Candidate = z.object({
  ...Endpoint.shape,
  role: Role,
  source: Source,
  /** Position within its source, 0 first. */
  rank: z.int(),
});
export type Candidate = Readonly<z.infer<typeof Candidate>>;

/** How to log in: with the password as it is (inside encryption), with a proof of it, by sign-in in a browser, or not at all. */
export const LoginMethod = z.enum(['password-cleartext', 'password-encrypted', 'oauth2', 'none']);
export type LoginMethod = z.infer<typeof LoginMethod>;

/** One server as a source named it. */
export const NamedServer = z.object({
  ...Endpoint.shape,
  role: Role,
  /** The host in the letters of its language (U-labels, RFC 5890), where those are not what is dialled. */
  readableHost: z.optional(z.string().check(z.maxLength(255))),
  /** Of a DNS SRV record: the smaller comes first, also across the services of one domain (RFC 2782, RFC 6186 section 3.4). */
  priority: z.optional(z.int().check(z.minimum(0), z.maximum(65535))),
  /** Ways to log in that the source names, in its order. */
  auth: z.optional(z.array(LoginMethod).check(z.maxLength(10))),
  /** The user name that the source names, ready to type. */
  username: z.optional(z.string().check(z.maxLength(320))),
  /** Shown, but not contacted without the person's word, and why. */
  withheld: z.optional(z.enum(['other-domain', 'private-address'])),
});
export type NamedServer = Readonly<z.infer<typeof NamedServer>>;

const webAddress = z.string().check(z.maxLength(1000), z.startsWith('https://'));

/**
 * What people of a service use that lets no mail program send by SMTP: its own program on this computer that takes mail for it, its own
 * app, the mailbox that an alias leads to, whatever else sends for a domain whose mail is only passed on, or nothing.
 */
export const Instead = z.enum(['bridge', 'own-app', 'alias', 'forwarding', 'receive-only']);
export type Instead = z.infer<typeof Instead>;

/**
 * What to type where a mail program asks for a password: the account's own; one for mail alone that the person set; one made for programs,
 * always or only with two-step login; a code that the web pages hand out; or nothing, because there is a sign-in in the browser instead.
 */
export const Secret = z.enum([
  'password',
  'mail-password',
  'app-password',
  'app-password-2fa',
  'authorization-code',
  'browser',
]);
export type Secret = z.infer<typeof Secret>;

/** What a source says about the provider besides its servers. */
export const Provider = z.object({
  name: z.string().check(z.maxLength(100)),
  secret: z.optional(Secret),
  /** Such a password can be made only after two-step login was switched on. */
  needsTwoStep: z.optional(z.boolean()),
  /** The user name is the address that the person has at the provider itself, not one of the domain that is hosted there. */
  wantsOwnAddress: z.optional(z.boolean()),
  /** Mail programs are let in on some plans only. */
  needsPlan: z.optional(z.boolean()),
  /** The last day (ISO 8601) on which a password does as well, where an administrator has not switched it off already. */
  passwordUntil: z.optional(z.string().check(z.maxLength(10))),
  /** No mail program can send by SMTP here. */
  closed: z.optional(
    z.object({
      instead: Instead,
      /** The host that takes mail from programs after all, on some plans. */
      submission: z.optional(host),
      /** Where the service is known only by whose mail it receives: that host. The domain itself may publish another way to send. */
      receiver: z.optional(host),
    }),
  ),
  /** Where that is made or switched on. */
  secretAt: z.optional(webAddress),
  /** The provider's own help. */
  help: z.optional(webAddress),
  /** What has to be switched on at the provider before mail programs get in, in its words, and where. */
  enable: z.optional(
    z
      .array(
        z.object({
          instruction: z.optional(z.string().check(z.maxLength(300))),
          at: z.optional(webAddress),
        }),
      )
      .check(z.maxLength(5)),
  ),
  /** Where the mail can be read and written in a browser. */
  webmail: z.optional(webAddress),
  /** The sign-in in the browser (OAuth 2.0, RFC 6749) that programs may use here. */
  signIn: z.optional(
    z.object({
      issuer: z.string().check(z.maxLength(255)),
      scope: z.optional(z.string().check(z.maxLength(1000))),
      authUrl: webAddress,
      tokenUrl: webAddress,
    }),
  ),
});
export type Provider = Readonly<z.infer<typeof Provider>>;

/** What one source was asked and what it answered. */
export const DiscoveryEntry = z.object({
  source: Source,
  asked: z.string().check(z.maxLength(512)),
  outcome: z.enum(['found', 'nothing', 'no-answer', 'failed', 'cancelled']),
  elapsedMs: z.number().check(z.minimum(0)),
  servers: z.array(NamedServer).check(z.maxLength(50)),
  /** Protocols that the domain says it does not offer (RFC 6186 section 3.4). */
  notOffered: z.optional(z.array(Protocol).check(z.maxLength(5))),
  /** Whether nobody on the way can have changed the answer; absent where the question does not arise. */
  isAuthenticated: z.optional(z.boolean()),
  provider: z.optional(Provider),
  /** No request was sent, because the server did not prove who it is first. */
  isUnheard: z.optional(z.boolean()),
  /** The well-known domain that was meant, where the one asked about looks like a slip of the finger. */
  meant: z.optional(host),
  /** What was odd about the answer. In reports of schema 1 it is in words already. */
  remarks: z.optional(z.array(z.union([z.string().check(z.maxLength(400)), Said])).check(z.maxLength(20))),
});
export type DiscoveryEntry = Readonly<z.infer<typeof DiscoveryEntry>>;

/** One thing to probe. A follow-up probe repeats or varies an earlier one to settle a doubt. */
export const PlannedProbe = z.object({
  id: z.string().check(z.maxLength(40)),
  ...Endpoint.shape,
  role: Role,
  /** Probes with the smallest number start first. */
  priority: z.int(),
  control: z.optional(ControlKind),
  operator: z.optional(z.string().check(z.maxLength(255))),
  operatorSize: z.optional(z.enum(['large', 'small'])),
});
export type PlannedProbe = Readonly<z.infer<typeof PlannedProbe>>;

/** One setting to type into a mail program. */
export const Server = z.object({
  protocol: Protocol,
  host,
  port: PortNumber,
  security: Security,
  auth: z.enum(['password-cleartext', 'password-encrypted', 'oauth2', 'none', 'unknown']),
  /** A password does as well, for programs that cannot sign in by the browser. */
  orPassword: z.optional(z.boolean()),
  username: z.string().check(z.maxLength(320)),
  source: Source,
});
export type Server = Readonly<z.infer<typeof Server>>;

/** What a running check says as it goes. The last word is the report itself. */
export const CheckEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('discovered'), entry: DiscoveryEntry }),
  z.object({ type: z.literal('planned'), probes: z.array(PlannedProbe) }),
  /** A probe entered a stage; `silent` means that its SYNs have gone unanswered for suspiciously long. */
  z.object({
    type: z.literal('progress'),
    probeId: z.string(),
    stage: Stage,
    atMs: z.number(),
    silent: z.optional(z.boolean()),
  }),
  z.object({ type: z.literal('observed'), probeId: z.string(), observation: Observation }),
  /** The best outgoing setting that works so far, the moment it is known; told again when a better one is found. */
  z.object({ type: z.literal('usable'), server: Server, atMs: z.number() }),
]);
export type CheckEvent = Readonly<z.infer<typeof CheckEvent>>;
