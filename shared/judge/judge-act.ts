import type { ActContext } from '../diagnose/acts/context.ts';
import { judgeAct } from '../diagnose/acts/judge-act.ts';
import { worded } from '../diagnose/worded.ts';
import { providerOf } from '../discover/providers.ts';
import { explain } from '../explain/explain.ts';
import type { Act, ActFacts } from '../model/act.ts';
import type { DiscoveryEntry } from '../model/check.ts';
import { letsIn } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import type { Say } from '../text/words.ts';

/**
 * What was done after a check, with what it means in the words of `say`: judged from its facts and from what the check found out about the
 * provider, a moment after it was done or when a saved report is opened. Pure.
 */
export function judgedAct(facts: ActFacts, checked: Checked, say: Say): Act {
  const findings = judgeAct(facts, contextOf(facts, checked, say));
  return { ...facts, findings: findings.map((finding) => worded(finding, say)) };
}

/** What of the check's report tells about the provider. */
type Checked = Pick<Report, 'discovery' | 'input'>;

function contextOf(
  { endpoint: { host }, startedAt, reply = '', arrival }: ActFacts,
  { discovery, input: { domain } }: Checked,
  say: Say,
): ActContext {
  const provider = letsIn(discovery, host);
  const { secret, secretAt, passwordUntil, needsTwoStep, enable = [] } = provider ?? {};
  const [entrance] = enable;
  const [known] = reply === '' ? [] : explain(reply, say).items;
  const bounce = arrival?.bounce ?? '';
  const [returned] = bounce === '' ? [] : explain(bounce, say).items;
  return {
    ...(returned && { bounceCauses: returned.causes }),
    causes: known?.causes ?? [],
    retry: known?.retry ?? null,
    provider: provider?.name ?? host,
    ...(secret !== undefined && secret !== 'password' && { secret }),
    ...(secretAt !== undefined && { secretAt }),
    ...(needsTwoStep && { needsTwoStep: true }),
    ...(passwordUntil !== undefined && startedAt.slice(0, 10) <= passwordUntil && { passwordUntil }),
    ...(entrance && { switchAt: entrance.at ?? '' }),
    ...(isPersonal(domain, host, discovery) && { isPersonal: true }),
  };
}

/**
 * Whether it is one of Microsoft's mailboxes for private persons, by the domain of the address; at a domain of one's own by whom its mail
 * leads to. The name of the server that was typed does not tell: it takes organisations' logins as well.
 */
function isPersonal(domain: string | undefined, host: string, discovery: readonly DiscoveryEntry[]): boolean {
  const personal = providerOf('outlook.com')?.name;
  if (domain !== undefined && providerOf(domain)) return providerOf(domain)?.name === personal;
  return discovery.some(({ asked, provider }) => provider?.name === personal && asked !== host);
}
