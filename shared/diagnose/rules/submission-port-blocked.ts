import type { Severity } from '../../model/finding.ts';
import { blockValues, nearbyDetail } from '../blocks.ts';
import type { Facts } from '../facts.ts';
import { overWords } from '../families.ts';
import { nearest } from '../nearest.ts';
import { closedSubmissionPort } from '../one-port.ts';
import type { Rule } from '../rule.ts';
import { wayAroundAdvice } from '../words.ts';

/** The network closes exactly one of the two ports for sending, 587 or 465, for everyone. */
export const submissionPortBlocked: Rule = {
  code: 'submission-port-blocked',
  severity: 'problem',
  unless: [...nearest, 'mail-ports-blocked', 'submission-blocked'],
  find(facts) {
    const block = closedSubmissionPort(facts);
    if (!block) return null;
    const { port, mine, controls } = block;
    return {
      confidence: block.confidence,
      severity: severityOf(facts, port),
      evidence: block.evidence,
      values: {
        ...blockValues(facts, mine, controls),
        ...overWords(block.only),
        port,
        other: port === 465 ? 587 : 465,
      },
      detail: [
        'submission-port-blocked.detail',
        ...nearbyDetail(facts, mine),
        ...(block.only ? (['finding.detail.one-family'] as const) : []),
      ],
      advice: [
        ...wayAroundAdvice(facts, ['submission-port-blocked.advice.other']),
        'submission-port-blocked.advice.local',
        'submission-port-blocked.advice.ask',
      ],
    };
  },
};

/** It matters most to whom the program uses that port today, and then to those whose provider names it first. */
function severityOf({ evidence, current, good }: Facts, port: number): Severity {
  if (current !== 'works' && (evidence.input.current?.port === port || good.length === 0)) return 'problem';
  const isPublishedFirst = evidence.discovery.some(
    ({ source, servers }) =>
      source !== 'guess' &&
      source !== 'mx' &&
      source !== 'user' &&
      servers.find(({ role, withheld }) => role === 'outgoing' && !withheld)?.port === port,
  );
  return isPublishedFirst ? 'warning' : 'note';
}
