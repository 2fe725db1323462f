import type { EncryptionSign } from '../../model/encryption-signs.ts';
import type { Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/index.ts';
import { isCurrentElsewhere } from '../blocks.ts';
import type { Facts } from '../facts.ts';
import type { Found, Rule } from '../rule.ts';
import { isPublishedHere, provingSigns, type StartTlsAsks, signsOf, startTlsAsks } from '../starttls.ts';
import { about, portList, settingAdvice, settingName } from '../words.ts';

/** Contract: a server that leaves STARTTLS out once may offer it the next time. */
const asksNeeded = 3;

type Proof = {
  readonly kind: 'masked' | EncryptionSign['kind'];
  /** Why it may be the server's own doing: others' offers come through here, or none was looked at; null where neither is so. */
  readonly doubt: TextKey | null;
  readonly observations: readonly Observation[];
  readonly sign?: EncryptionSign | undefined;
};

/** The offer of encryption is removed or overwritten on the way, or words are slipped in before the encryption begins. */
export const startTlsStripped: Rule = {
  code: 'starttls-stripped',
  severity: 'problem',
  unless: ['this-computer', 'offline', 'captive-portal'],
  find(facts) {
    const sending = strippedAmong(facts, startTlsAsks(facts));
    const stripped = sending.length > 0 ? sending : strippedReceiving(facts);
    const first = stripped[0];
    if (!first) return slippedIn(facts) ?? preAuthenticated(facts);
    const isReceiving = first.asks.endpoint.protocol !== 'smtp';
    const ports = [...new Set(stripped.map(({ asks }) => asks.endpoint.port))].sort((a, b) => a - b);
    const isMasked = stripped.some(({ asks }) => asks.masked.length >= asksNeeded);
    const doubt = stripped.every(({ proof }) => proof.doubt !== null) ? first.proof.doubt : null;
    const { sign } = first.proof;
    return {
      confidence: isMasked ? 'certain' : doubt ? 'possible' : 'likely',
      severity:
        isReceiving || (facts.current === 'works' && isCurrentElsewhere(facts, ports))
          ? 'warning'
          : 'problem',
      evidence: stripped.flatMap(({ asks, proof }) => [...asks.lacking, ...proof.observations]),
      values: {
        ...about(first.asks.lacking[0]),
        ports: portList(ports),
        ...(sign && { known: settingName(sign.endpoint) }),
      },
      ...(doubt && { headline: 'starttls-stripped.headline.doubtful' }),
      detail: [
        isMasked ? 'starttls-stripped.detail.masked' : 'starttls-stripped.detail',
        ...(isMasked || first.proof.kind === 'masked' ? [] : [reasons[first.proof.kind]]),
        ...(isReceiving ? (['starttls-stripped.detail.receiving'] as const) : []),
        doubt && !isReceiving ? doubt : 'starttls-stripped.detail.meaning',
      ],
      advice: [
        'starttls-stripped.advice.never',
        ...(isReceiving
          ? (['finding.advice.hotspot'] as const)
          : settingAdvice(facts, ['finding.advice.hotspot'])),
        doubt ? 'starttls-stripped.advice.ask' : 'starttls-stripped.advice.who',
      ],
    };
  },
};

/**
 * Bytes that came in clear after STARTTLS was accepted and before TLS began (RFC 3207 section 4.2; CVE-2011-0411 and its kin). Postway
 * throws them away; a program that believes them takes a stranger's words for the server's.
 */
function slippedIn(facts: Facts): Found | null {
  const hit = facts.own.filter(({ injectedBytes }) => injectedBytes !== undefined && injectedBytes > 0);
  if (hit.length === 0) return null;
  const ports = [...new Set(hit.map(({ port }) => port))].sort((a, b) => a - b);
  return {
    confidence: 'certain',
    severity: 'warning',
    evidence: hit,
    values: { ...about(hit[0]), ports: portList(ports) },
    headline: 'starttls-stripped.headline.slipped-in',
    detail: ['starttls-stripped.detail.slipped-in'],
    advice: [...settingAdvice(facts, ['finding.advice.hotspot']), 'starttls-stripped.advice.slipped-in'],
  };
}

/** IMAP greets with PREAUTH, after which STARTTLS is not possible (RFC 9051 section 6.2.1): whoever believes it goes on in clear. */
function preAuthenticated(facts: Facts): Found | null {
  const hit = facts.own.filter(({ error }) => error?.code === 'pre-authenticated');
  if (hit.length === 0) return null;
  return {
    confidence: 'certain',
    severity: 'warning',
    evidence: hit,
    values: { ...about(hit[0]), ports: portList([...new Set(hit.map(({ port }) => port))]) },
    headline: 'starttls-stripped.headline.pre-authenticated',
    detail: ['starttls-stripped.detail.pre-authenticated'],
    advice: ['starttls-stripped.advice.pre-authenticated', 'finding.advice.hotspot'],
  };
}

type Stripped = { readonly asks: StartTlsAsks; readonly proof: Proof };

function strippedAmong(facts: Facts, all: readonly StartTlsAsks[]): Stripped[] {
  return all
    .filter(({ lacking, offered }) => lacking.length >= asksNeeded && offered.length === 0)
    .flatMap((asks) => {
      const proof = proofOf(facts, asks);
      return proof ? [{ asks, proof }] : [];
    });
}

/** The same for IMAP and POP3, where no setting for receiving works with encryption. No stranger is asked there, so it stays a doubt. */
function strippedReceiving(facts: Facts): Stripped[] {
  const incoming = facts.own.filter(({ role }) => role === 'incoming');
  if (incoming.some((o) => o.tls !== undefined && o.outcome === 'ok')) return [];
  return startTlsAsks(facts, incoming)
    .filter(({ lacking, offered }) => lacking.length >= asksNeeded && offered.length === 0)
    .flatMap((asks) => {
      if (asks.masked.length > 0) return [{ asks, proof: masked }];
      const signs = signsOf(facts, asks.endpoint).filter(({ isProof }) => isProof);
      return signs[0] ? [{ asks, proof: proofBy(signs, signs[0], 'starttls-stripped.detail.doubtful') }] : [];
    });
}

/** How it is known that the server encrypts. */
const reasons: Readonly<Record<EncryptionSign['kind'], TextKey>> = {
  current: 'starttls-stripped.detail.current',
  earlier: 'starttls-stripped.detail.earlier',
  published: 'starttls-stripped.detail.published',
  seen: 'starttls-stripped.detail.seen',
};

/**
 * Where something encrypts, many servers offer none on their other ports: there only published data is proof, or on 587 another port of the
 * host. Where nothing does, whatever says surely that the server encrypts is one.
 */
function proofOf(facts: Facts, asks: StartTlsAsks): Proof | null {
  if (asks.masked.length > 0) return masked;
  const { endpoint } = asks;
  const signs = provingSigns(facts, endpoint);
  const published = signs.find((sign) => isPublishedHere(sign, endpoint));
  if (published) return proofBy(signs, published, null);
  const others = offersOfOthers(facts, endpoint.port);
  if (isEncrypting(facts)) {
    const besides = signs.find(
      ({ observation: o }) => o?.role === 'outgoing' && o.host === endpoint.host && o.port !== endpoint.port,
    );
    return besides && endpoint.port === 587 && others !== 'there' ? proofBy(signs, besides, null) : null;
  }
  const sign = signs.find((one) => !isOfReceiving(one)) ?? signs[0];
  if (!sign) return null;
  if (others === 'there') return proofBy(signs, sign, 'starttls-stripped.detail.doubtful');
  // Many a server for receiving encrypts beside one for sending that does not.
  const isUncompared = others === 'unseen' && isOfReceiving(sign);
  return proofBy(signs, sign, isUncompared ? 'starttls-stripped.detail.alone' : null);
}

const masked: Proof = { kind: 'masked', doubt: null, observations: [] };

function isOfReceiving({ observation }: EncryptionSign): boolean {
  return observation?.role === 'incoming';
}

function proofBy(signs: readonly EncryptionSign[], sign: EncryptionSign, doubt: TextKey | null): Proof {
  const observations = signs.flatMap(({ observation }) => (observation ? [observation] : []));
  return { kind: sign.kind, doubt, observations, sign };
}

/** Some setting for sending works with encryption. */
function isEncrypting(facts: Facts): boolean {
  return facts.submission.some((o) => o.tls !== undefined && o.outcome === 'ok');
}

/** What becomes of strangers' offers on this port. */
function offersOfOthers(facts: Facts, port: number): 'there' | 'missing' | 'unseen' {
  const asked = facts.controls.filter((o) => o.port === port && o.security === 'starttls');
  if (asked.some(({ tls }) => tls)) return 'there';
  return asked.some(({ error }) => error?.code.startsWith('starttls-')) ? 'missing' : 'unseen';
}
