import type { SenderPolicyFault } from '../../model/act.ts';
import { said } from '../../text/said.ts';
import type { ActWords } from './words.ts';

/** What is wrong with what the domain of `from` says in DNS of who may send for it. */
export function policyWords(from: string, faults: readonly SenderPolicyFault[]): ActWords {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    headline: said('act.sender-policy.headline', { domain }),
    detail: faults.map((fault) => said(`act.sender-policy.${fault}`)),
    advice: [said('act.sender-policy.advice', { domain })],
  };
}
