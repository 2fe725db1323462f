import type { ActCode, ActFacts } from '../../model/act.ts';
import { said } from '../../text/said.ts';
import type { ActContext } from './context.ts';
import { loginWords } from './login-words.ts';
import { type ActWords, serverSaid } from './words.ts';

/** The words of a message that the server did not take, by its finding. */
export function messageWords(code: ActCode, facts: ActFacts, context: ActContext): ActWords {
  const quoted = serverSaid(facts);
  const { to = '', from = '' } = facts;
  switch (code) {
    case 'relay-denied':
      return {
        headline: said('act.relay-denied.headline'),
        detail: [...quoted, said('act.relay-denied.detail', { address: from, to })],
        advice: [said('act.relay-denied.advice')],
      };
    case 'sender-rejected':
      return {
        headline: said('act.sender-rejected.headline'),
        detail: [...quoted, said('act.sender-rejected.detail', { address: from })],
        advice: [said('act.sender-rejected.advice')],
      };
    case 'recipient-wrong':
      return {
        headline: said('act.recipient-wrong.headline'),
        detail: [...quoted, said('act.recipient-wrong.detail', { to })],
        advice: [said('act.recipient-wrong.advice')],
      };
    case 'message-refused': {
      if (context.causes[0] === 'recipient-quota') return fullMailbox(quoted, to);
      const isLater = context.retry === 'later' || (facts.replyCode !== undefined && facts.replyCode < 500);
      return {
        headline: said(isLater ? 'act.message-refused.headline.later' : 'act.message-refused.headline'),
        detail: [...quoted, said('act.message-refused.detail')],
        advice: [said(isLater ? 'act.message-refused.advice.later' : 'act.message-refused.advice.change')],
      };
    }
    default:
      return loginWords(code, facts, context);
  }
}

/** Waiting does not help where nobody makes room. */
function fullMailbox(quoted: ActWords['detail'], to: string): ActWords {
  return {
    headline: said('act.message-refused.headline.full'),
    detail: [...quoted, said('act.message-refused.detail.full', { to })],
    advice: [said('act.message-refused.advice.full')],
  };
}
