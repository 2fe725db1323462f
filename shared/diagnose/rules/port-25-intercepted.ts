import { mutenessOf } from '../../model/muteness.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import { isCurrentElsewhere, operatorsForBlock } from '../blocks.ts';
import { type Facts, operatorsOf } from '../facts.ts';
import { greetingName, introducedAs, ownedPart } from '../greetings.ts';
import type { Rule } from '../rule.ts';
import { failedAfterConnecting } from '../submission-ports.ts';
import { quote, settingAdvice } from '../words.ts';

/** A connection this many times faster than the same computer's other ports ends at a device before it. */
const timesFaster = 3;

/** Round trips below this, in ms, are too short to compare. */
const tellingRoundTripMs = 15;

/** Port 25 connects, but who answers is not the server. */
export const port25Intercepted: Rule = {
  code: 'port-25-intercepted',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'dns-unreachable', 'dns-hijacked', 'relayed-elsewhere'],
  find(facts) {
    const mine = facts.outgoing.filter((o) => o.port === 25 && hasConnected(o));
    // A firewall that takes every connection and lets nothing through answers in nobody's place.
    const opened = facts.all.filter(
      (o) => o.control === 'not-listening' && o.port === 25 && hasConnected(o) && mutenessOf(o) === null,
    );
    const alike = controlsSpeakingAlike(facts);
    const foreign = sharedForeignName(facts, mine);
    const contradicting = mine.map((o) => ({ o, against: contradictions(facts, o) }));
    // A provider's filter in front of port 25 contradicts the other ports as well; a device on the way would answer for everyone.
    const proven = isSpared(facts) ? [] : contradicting.filter(({ against }) => against.signs >= 2);
    const isShown = opened.length + alike.length + foreign.length > 0;
    if (!isShown && proven.length === 0) return null;

    const speaker = [...mine, ...alike, ...opened].find((o) => o.greeting)?.greeting;
    const isMineConcerned = mine.length > 0 && !isCurrentElsewhere(facts, [25]);
    return {
      confidence: isShown || proven.some(({ against }) => against.signs >= 3) ? 'certain' : 'likely',
      severity: isMineConcerned ? 'problem' : 'warning',
      // Where a port for programs lets in and then fails, that is the matter.
      ...(failedAfterConnecting(facts).some(({ port }) => port !== 25) ? { yields: true } : {}),
      evidence: [
        ...mine,
        ...opened,
        ...alike,
        ...foreign,
        ...contradicting.flatMap(({ against }) => against.others),
      ],
      values: { greeting: quote(speaker), host: quote(mine[0]?.host ?? facts.outgoing[0]?.host) },
      detail: [
        'port-25-intercepted.detail',
        ...(opened.length > 0 ? (['port-25-intercepted.detail.opened'] as const) : []),
        ...(alike.length > 0 ? (['port-25-intercepted.detail.alike'] as const) : []),
        ...(speaker ? (['port-25-intercepted.detail.greeting'] as const) : []),
      ],
      advice: [
        'port-25-intercepted.advice.password',
        ...settingAdvice(facts, ['port-25-intercepted.advice.ask']),
        'finding.advice.scanner',
        'finding.advice.vpn',
        'port-25-intercepted.advice.who',
      ],
    };
  },
};

/** Controls of different operators, at different addresses, that introduce themselves by one and the same name. */
function controlsSpeakingAlike(facts: Facts): Observation[] {
  const named = facts.controls.filter((o) => o.port === 25 && greetingName(o) !== null);
  return named.filter((o) =>
    named.some(
      (other) =>
        other.operator !== o.operator &&
        other.address !== o.address &&
        greetingName(other) === greetingName(o),
    ),
  );
}

/** Controls of several operators answer on port 25 by their own names. */
function isSpared(facts: Facts): boolean {
  const themselves = facts.controls.filter((o) => {
    const name = o.port === 25 ? greetingName(o) : null;
    return name !== null && [o.host, o.operator ?? o.host].map(ownedPart).includes(ownedPart(name));
  });
  return operatorsOf(themselves).length >= operatorsForBlock;
}

/** The user's server and a control give one name that belongs to neither. */
function sharedForeignName(facts: Facts, mine: readonly Observation[]): Observation[] {
  return facts.controls.filter((control) => {
    const name = control.port === 25 ? greetingName(control) : null;
    if (name === null || ownedPart(name) === ownedPart(control.operator ?? control.host)) return false;
    return mine.some(
      (o) =>
        greetingName(o) === name &&
        o.address !== control.address &&
        !namesOfSameComputer(facts, o).has(ownedPart(name)),
    );
  });
}

/** In how many independent ways port 25 differs from the other mail ports of the same computer. */
function contradictions(facts: Facts, o: Observation): { signs: number; others: readonly Observation[] } {
  const others = otherPorts(facts, o);
  // A trusted certificate for this host cannot be shown by anybody else.
  if (others.length === 0 || o.tls?.trusted || others.some((other) => isSameCertificate(other, o))) {
    return { signs: 0, others: [] };
  }
  const known = namesOfSameComputer(facts, o);
  const introduced = introducedAs(o).map(ownedPart);
  const hasOtherName = introduced.length > 0 && introduced.every((name) => !known.has(name));
  const isEncryptedElsewhere = others.some((other) => other.tls?.trusted);
  const lacksEncryption =
    o.error?.code === 'starttls-not-offered' ||
    o.error?.code === 'starttls-masked' ||
    o.tls?.trusted === false;
  const roundTripMs = Math.min(...others.map((other) => other.timings.connect ?? 0));
  const isNearer =
    roundTripMs >= tellingRoundTripMs && (o.timings.connect ?? roundTripMs) * timesFaster < roundTripMs;
  const signs = [hasOtherName, isEncryptedElsewhere && lacksEncryption, isNearer].filter(Boolean).length;
  return { signs, others: signs >= 2 ? others : [] };
}

function otherPorts(facts: Facts, o: Observation): Observation[] {
  return facts.outgoing.filter(
    (other) =>
      other.port !== 25 &&
      other.host === o.host &&
      other.address === o.address &&
      other.greeting !== undefined,
  );
}

/** Owned parts of every name that this computer is known by, apart from port 25. */
function namesOfSameComputer(facts: Facts, o: Observation): Set<string> {
  const names = otherPorts(facts, o).flatMap((other) => [
    ...introducedAs(other),
    ...(other.tls?.names ?? []),
  ]);
  return new Set([o.host, ...names].map(ownedPart));
}

function isSameCertificate(a: Observation, b: Observation): boolean {
  return a.tls !== undefined && a.tls.fingerprint256 === b.tls?.fingerprint256;
}
