import { limits } from '../../electron/engine/limits.ts';
import type { PlannedProbe } from '../../shared/model/check.ts';
import type { Security } from '../../shared/model/endpoint.ts';
import type { Stage } from '../../shared/model/observation.ts';
import { hear, type Step, sayBytes, tls } from './scripted-server.ts';

export type MailProtocol = 'smtp' | 'imap' | 'pop3';

/** The moments of a dialogue at which something can go wrong, in the words of the fault matrix (P3 to P7, P9). */
export type Phase = 'greeting' | 'hello' | 'starttls' | 'tls' | 'hello again' | 'quit';

/** What an honest server does in one phase. */
export type Exchange = {
  readonly phase: Phase;
  /** The stage in which an observation ends that ends here. */
  readonly stage: Stage;
  /** How long the server may take, in ms. */
  readonly limitMs: number;
  /** How the line begins that is heard first; null where the server speaks or waits unasked. */
  readonly hears: string | null;
  /** The whole reply; null where TLS is negotiated. */
  readonly reply: string | null;
  /** How a line of the reply begins; any text may follow. */
  readonly begun: string;
  /** A line after which another has to come; null where the reply is one line. */
  readonly more: string | null;
};

export type HonestDialogue = {
  readonly name: string;
  readonly protocol: MailProtocol;
  readonly probe: Partial<PlannedProbe> & { readonly port: number; readonly security: Security };
  readonly exchanges: readonly Exchange[];
  /** The login mechanism offered where it counts: after TLS where there is TLS. */
  readonly auth: string;
};

type Lines = Pick<Exchange, 'hears' | 'reply' | 'begun' | 'more'>;
type Words = {
  readonly greeting: Lines;
  /** `tag` is IMAP's; `offer` stands in the list of capabilities. */
  readonly hello: (tag: string, offer: string) => Lines;
  readonly starttls: Lines;
  readonly quit: Lines;
  /** The capability that offers TLS, and the one that offers PLAIN. */
  readonly offers: { readonly tls: string; readonly login: string };
};

const crlf = (...lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');

const words: Readonly<Record<MailProtocol, Words>> = {
  smtp: {
    greeting: { hears: null, reply: crlf('220 mx.example ESMTP'), begun: '220 ', more: crlf('220-more') },
    hello: (_tag, offer) => ({
      hears: 'EHLO',
      reply: crlf('250-mx.example', '250-SIZE 1000', `250 ${offer}`),
      begun: '250-',
      more: crlf('250-MORE'),
    }),
    starttls: { hears: 'STARTTLS', reply: crlf('220 2.0.0 go'), begun: '220 ', more: crlf('220-more') },
    quit: { hears: 'QUIT', reply: crlf('221 bye'), begun: '221 ', more: crlf('221-more') },
    offers: { tls: 'STARTTLS', login: 'AUTH PLAIN' },
  },
  imap: {
    greeting: { hears: null, reply: crlf('* OK mx.example ready'), begun: '* OK ', more: null },
    hello: (tag, offer) => ({
      hears: `${tag} CAPABILITY`,
      reply: crlf(`* CAPABILITY IMAP4REV1 LOGINDISABLED ${offer}`, `${tag} OK done`),
      begun: '* CAPABILITY ',
      more: crlf('* OK more'),
    }),
    starttls: { hears: 'a2 STARTTLS', reply: crlf('a2 OK go'), begun: 'a2 OK ', more: crlf('* OK more') },
    quit: { hears: 'a9 LOGOUT', reply: crlf('* BYE bye', 'a9 OK'), begun: '* ', more: crlf('* more') },
    offers: { tls: 'STARTTLS', login: 'AUTH=PLAIN' },
  },
  pop3: {
    greeting: { hears: null, reply: crlf('+OK mx.example ready'), begun: '+OK ', more: null },
    hello: (_tag, offer) => ({
      hears: 'CAPA',
      reply: crlf('+OK list follows', 'TOP', offer, '.'),
      begun: '+OK ',
      more: crlf('+OK'),
    }),
    starttls: { hears: 'STLS', reply: crlf('+OK go'), begun: '+OK ', more: null },
    quit: { hears: 'QUIT', reply: crlf('+OK bye'), begun: '+OK ', more: null },
    offers: { tls: 'STLS', login: 'SASL PLAIN' },
  },
};

const ports: Readonly<Record<MailProtocol, Readonly<Record<Security, number>>>> = {
  smtp: { none: 25, starttls: 587, tls: 465 },
  imap: { none: 143, starttls: 143, tls: 993 },
  pop3: { none: 110, starttls: 110, tls: 995 },
};

function dialogueOf(protocol: MailProtocol, security: Security): HonestDialogue {
  const { greeting, hello, starttls, quit, offers } = words[protocol];
  const replyMs = limits.replyMs;
  const welcome: Exchange = { phase: 'greeting', stage: 'greeting', limitMs: limits.greetingMs, ...greeting };
  const first = (offer: string): Exchange => ({
    phase: 'hello',
    stage: 'ehlo',
    limitMs: replyMs,
    ...hello('a1', offer),
  });
  const handshake: Exchange = {
    phase: 'tls',
    stage: 'tls',
    limitMs: limits.handshakeMs,
    hears: null,
    reply: null,
    begun: '',
    more: null,
  };
  const last: Exchange = { phase: 'quit', stage: 'done', limitMs: limits.quitMs, ...quit };
  const inBetween: Readonly<Record<Security, readonly Exchange[]>> = {
    none: [welcome, first(offers.login)],
    tls: [handshake, welcome, first(offers.login)],
    starttls: [
      welcome,
      first(offers.tls),
      { phase: 'starttls', stage: 'starttls', limitMs: replyMs, ...starttls },
      handshake,
      { phase: 'hello again', stage: 'ehlo', limitMs: replyMs, ...hello('a3', offers.login) },
    ],
  };
  return {
    name: `${protocol} ${security}`,
    protocol,
    probe: {
      protocol,
      security,
      port: ports[protocol][security],
      role: protocol === 'smtp' ? 'outgoing' : 'incoming',
    },
    exchanges: [...inBetween[security], last],
    auth: 'PLAIN',
  };
}

/** Every protocol with every kind of protection, as an honest server speaks it. */
export const honestDialogues: readonly HonestDialogue[] = (['smtp', 'imap', 'pop3'] as const).flatMap(
  (protocol) => (['none', 'tls', 'starttls'] as const).map((security) => dialogueOf(protocol, security)),
);

/** What the server hears and says in one phase. */
export function stepsOf({ hears, reply }: Exchange): Step[] {
  return [...(hears === null ? [] : [hear(hears)]), reply === null ? tls() : sayBytes(reply)];
}

/** Honest up to a phase, and what it hears there; what it does then is the caller's affair. */
export function honestUntil({ exchanges }: HonestDialogue, phase: Phase): Step[] {
  const at = exchanges.findIndex((exchange) => exchange.phase === phase);
  const hears = exchanges[at]?.hears ?? null;
  return [...exchanges.slice(0, at).flatMap(stepsOf), ...(hears === null ? [] : [hear(hears)])];
}
