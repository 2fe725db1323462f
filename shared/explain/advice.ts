import type { Cause } from '../model/explanation.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { PlainKey, Said } from '../text/said.ts';
import type { Say } from '../text/words.ts';
import { isOfWay, leftOver, type Suspected } from './left-over.ts';

/** What to do about what a text tells and no check can see. */
const advice: Partial<Record<Cause, readonly PlainKey[]>> = {
  'login-rejected': ['act.login-rejected.advice.retype', 'act.login-rejected.advice.web'],
  'app-password-needed': ['act.app-password-needed.advice.make', 'act.app-password-needed.advice.use'],
  'login-name-form': ['act.login-name-form.advice.whole', 'act.login-name-form.advice.part'],
  'oauth-needed': ['finding.advice.login.sign-in'],
  'auth-needed': ['finding.advice.login'],
  'auth-method-wrong': ['finding.advice.login'],
  'smtp-auth-off': ['act.smtp-auth-off.advice'],
  'access-switch-off': ['act.access-switch-off.advice'],
  'account-locked': ['act.account-locked.advice'],
  'account-policy': ['explain.advice.provider'],
  'plan-without-programs': ['explain.advice.provider'],
  'relay-denied': ['act.relay-denied.advice'],
  'sender-rejected': ['act.sender-rejected.advice'],
  'recipient-wrong': ['act.recipient-wrong.advice'],
  'recipient-quota': ['act.message-refused.advice.full'],
  'own-quota': ['act.message-refused.advice.full'],
  'remote-server-down': ['explain.advice.wait'],
  greylisting: ['act.message-refused.advice.later'],
  'rate-limit': ['act.rate-limit.advice'],
  'too-many-connections': ['act.rate-limit.advice'],
  'message-too-large': ['explain.advice.smaller'],
  'content-refused': ['explain.advice.content'],
  'server-policy': ['explain.advice.provider'],
  dmarc: ['act.checks-failed.advice'],
  'local-firewall': ['this-computer.advice.firewall', 'finding.advice.scanner', 'finding.advice.vpn'],
  antivirus: ['finding.advice.scanner'],
  vpn: ['finding.advice.vpn'],
};
const isKnown = (cause: string): cause is keyof typeof advice => Object.hasOwn(advice, cause);
const maxLines = 6;

/** What to do about a cause that no check can see; nothing where that is not known. */
export function adviceAbout(cause: Cause): readonly PlainKey[] {
  return isKnown(cause) ? (advice[cause] ?? []) : [];
}

/**
 * A report that found the way clear, with advice about what the message leaves as its cause: the usual advice is about everything that it
 * might be. Where nothing is known to do about it, the usual one stays.
 */
export function advisedByText(report: Report, suspected: Suspected, say: Say): Report {
  const causes = leftOver(report, suspected);
  const keys = causes.flatMap((cause) => (isKnown(cause) ? (advice[cause] ?? []) : []));
  if (keys.length === 0) return report;
  const usual = report.verdict.words?.advice[0];
  // What is set is in doubt only where the message is about the way.
  const first = usual && causes.some(isOfWay) ? [usual] : [];
  const lines = [...first, ...[...new Set(keys)].map((key): Said => ({ key, values: {} }))].slice(
    0,
    maxLines,
  );
  const verdict = withAdvice(report.verdict, lines, say);
  return {
    ...report,
    verdict,
    findings: report.findings.map((finding, index) => (index === 0 ? verdict : finding)),
  };
}

function withAdvice(verdict: Finding, lines: readonly Said[], say: Say): Finding {
  return {
    ...verdict,
    advice: lines.map((line) => say(line)),
    ...(verdict.words && { words: { ...verdict.words, advice: [...lines] } }),
  };
}
