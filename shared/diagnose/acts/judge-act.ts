import {
  type ActCode,
  type ActFacts,
  type ActJudgement,
  beforeLogin,
  isTakingUnknown,
} from '../../model/act.ts';
import type { Confidence, Severity } from '../../model/finding.ts';
import { said } from '../../text/said.ts';
import { arrivalOf } from './arrival.ts';
import type { ActContext } from './context.ts';
import { isNeitherYesNorNo, judgeLogin, saysNothingOfPassword } from './login-rules.ts';
import { loginWords, otherNameForm } from './login-words.ts';
import { judgeRefusedMessage } from './message-rules.ts';
import { messageWords } from './message-words.ts';
import { policyWords } from './policy-words.ts';
import { type ActWords, isSignInAlone, notTriedWords, stoppedWords, unknownWords } from './words.ts';

/**
 * What one login or message means: the finding that answers "did it work?" first, then what is worth knowing beside it. Pure, and never
 * empty. Contract, section 8.
 */
export function judgeAct(facts: ActFacts, context: ActContext): ActJudgement[] {
  if (hasNotBeenTried(facts) && facts.outcome === 'cancelled')
    return [finding('inconclusive', 'note', 'certain', stoppedWords(facts))];
  if (hasNotBeenTried(facts)) {
    return [finding(notTriedCode(facts), 'problem', 'certain', notTriedWords(facts, context))];
  }
  if (facts.outcome === 'cancelled') return [finding('inconclusive', 'note', 'certain', stoppedWords(facts))];
  if (facts.outcome !== 'ok' && facts.stage === 'auth') return refusedLogin(facts, context);
  const isSeen = facts.arrival !== undefined && /^(?:inbox|junk|bounced)$/.test(facts.arrival.outcome);
  if (isTakingUnknown(facts) && !isSeen) {
    const unknown = finding('inconclusive', 'warning', 'certain', unknownWords(facts));
    return [unknown, ...policyOf(facts), accepted(facts)];
  }
  if (facts.outcome !== 'ok' && !isSeen) {
    const { code, confidence } = judgeRefusedMessage(facts, context);
    const refusal = finding(code, 'problem', confidence, messageWords(code, facts, context));
    return [refusal, ...policyOf(facts), accepted(facts)];
  }
  if (facts.kind === 'login') return [accepted(facts)];
  const { code, severity, words } = arrivalOf(facts, context);
  return [finding(code, severity, 'certain', words), ...policyOf(facts), accepted(facts)];
}

/** What the sender's domain says in DNS, where that makes others take its mail for junk. Many small domains have no DMARC: a note. */
function policyOf({ from = '', senderPolicy: faults = [] }: ActFacts): ActJudgement[] {
  if (faults.length === 0) return [];
  const isMinor = faults.every((fault) => fault === 'dmarc-missing');
  return [finding('dmarc', isMinor ? 'note' : 'warning', 'certain', policyWords(from, faults))];
}

/** Whether no password went out: then nothing is known about the account. */
export function hasNotBeenTried({ outcome, refusedBecause, stage }: ActFacts): boolean {
  return refusedBecause !== undefined || (outcome !== 'ok' && beforeLogin.has(stage));
}

function notTriedCode(facts: ActFacts): ActCode {
  switch (facts.refusedBecause) {
    case 'certificate-untrusted':
      return 'certificate-untrusted';
    case 'no-encryption':
      return 'starttls-stripped';
    case 'no-login-offered':
      return 'auth-not-offered';
    case 'methods-unknown':
      return isSignInAlone(facts) ? 'oauth-needed' : 'auth-not-offered';
    case 'certificate-changed':
    case undefined:
      return 'inconclusive';
  }
}

/** The refusal, and where nothing tells the name from the password, the other form of the name beside it. */
function refusedLogin(facts: ActFacts, context: ActContext): ActJudgement[] {
  const { code, confidence } = judgeLogin(facts, context);
  const refusal = finding(code, 'problem', confidence, loginWords(code, facts, context));
  const isBare = code === 'login-rejected' && !saysNothingOfPassword(facts) && !isNeitherYesNorNo(facts);
  return isBare ? [refusal, finding('login-name-form', 'note', 'possible', otherNameForm(facts))] : [refusal];
}

function accepted(facts: ActFacts): ActJudgement {
  const { host, port } = facts.endpoint;
  return finding('login-accepted', 'note', 'certain', {
    headline: said('act.login-accepted.headline'),
    detail: [said('act.login-accepted.detail', { host, port })],
    advice: [],
  });
}

function finding(code: ActCode, severity: Severity, confidence: Confidence, words: ActWords): ActJudgement {
  const { headline, detail, advice } = words;
  return {
    code,
    severity,
    confidence,
    evidence: [],
    words: { headline, detail: [...detail], advice: [...advice] },
  };
}
