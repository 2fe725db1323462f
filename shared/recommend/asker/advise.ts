import type { Asker } from '../../model/asker.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { TextKey } from '../../text/catalogue.ts';
import type { Said } from '../../text/said.ts';
import type { Say } from '../../text/words.ts';
import { askerFacts } from './facts.ts';
import { askerLines } from './lines.ts';

const maxAdvice = 10;

/** Advice to somebody at home with a mail program, which is wrong for whoever asks from a device, a container or a server. */
const forHomes: ReadonlySet<TextKey> = new Set([
  'finding.advice.use',
  'mail-allow-list.advice.or-use',
  'mail-allow-list.advice.or-use-login',
  'finding.advice.login',
  'finding.advice.hotspot',
  'finding.advice.scanner',
  'finding.advice.vpn',
  'all-clear.advice.same',
  'all-clear.advice.account',
  'all-clear.advice.compare',
  'all-clear.advice.device',
  'all-clear.advice.other',
  'all-clear.advice.still',
  'port-25-blocked.advice.ask',
  'port-25-blocked.advice.normal',
  'submission-port-blocked.advice.local',
  'submission-blocked.advice.network',
  'mail-ports-blocked.advice.1',
  'dns-unreachable.advice.1',
  'dns-unreachable.advice.2',
  'dns-unreachable.advice.3',
  'dns-hijacked.advice.1',
  'security-mismatch.advice.1',
]);

/**
 * A report whose verdict advises the one who asked: the lines for a device, a container, a server or a program first, then what of the
 * usual advice holds for them too. The verdict itself, its proof and the settings stay as they are.
 */
export function advised(report: Report, asker: Asker, say: Say): Report {
  const facts = askerFacts(report, asker);
  const lines = askerLines[asker.kind].flatMap((line) => line(facts) ?? []).map(say.exactly);
  if (lines.length === 0) return { ...report, asker };
  const verdict = withAdvice(report.verdict, lines, say);
  const findings = report.findings.map((finding, index) => (index === 0 ? verdict : finding));
  return { ...report, asker, verdict, findings };
}

function withAdvice(verdict: Finding, lines: readonly Said[], say: Say): Finding {
  const kept = (verdict.words?.advice ?? []).filter(({ key }) => !forHomes.has(key));
  const advice = [...lines, ...kept].slice(0, maxAdvice);
  return {
    ...verdict,
    advice: advice.map((one) => say(one)),
    ...(verdict.words && { words: { ...verdict.words, advice } }),
  };
}
