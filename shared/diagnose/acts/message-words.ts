import type { ActCode, ActFacts } from '../../model/act.ts';
import { type Said, said } from '../../text/said.ts';
import type { ActContext } from './context.ts';
import { loginWords } from './login-words.ts';
import { refusalOf } from './message-rules.ts';
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
        detail: [...quoted, said(senderDetail(facts), { address: from })],
        advice: [said('act.sender-rejected.advice')],
      };
    case 'recipient-wrong':
      return {
        headline: said('act.recipient-wrong.headline'),
        detail: [...quoted, said('act.recipient-wrong.detail', { to })],
        advice: [said('act.recipient-wrong.advice')],
      };
    case 'message-refused':
      return refusedWords(facts, context);
    default:
      return loginWords(code, facts, context);
  }
}

/** That the address is somebody else's, only where the reply says so. */
function senderDetail({ reply = '' }: ActFacts) {
  const isForeign =
    /\bown(?:ed|er)?\b|permission|send ?as|must (?:be|equal|match)|not (?:allowed|authori[sz]ed)|belong|not one of your|\brelay/i;
  return isForeign.test(reply) ? 'act.sender-rejected.detail' : 'act.sender-rejected.detail.other';
}

function refusedWords(facts: ActFacts, { causes: [first], retry }: ActContext): ActWords {
  const quoted = serverSaid(facts);
  const { to = '', replyCode = 0, reply = '' } = facts;
  const words = (headline: Said, detail: Said, advice: Said): ActWords => ({
    headline,
    detail: [...quoted, detail],
    advice: [advice],
  });
  switch (refusalOf(facts, first)) {
    case 'full':
      // Waiting does not help where nobody makes room.
      return words(
        said('act.message-refused.headline.full'),
        said('act.message-refused.detail.full', { to }),
        said('act.message-refused.advice.full'),
      );
    case 'own-full':
      return words(
        said('act.message-refused.headline.own-full'),
        said('act.message-refused.detail'),
        said('act.message-refused.advice.own-full'),
      );
    case 'computer':
      return words(
        said('act.message-refused.headline.computer'),
        said('act.message-refused.detail.computer'),
        said('act.message-refused.advice.computer'),
      );
    case 'forgot':
      return words(
        said('act.message-refused.headline.forgot'),
        said('act.message-refused.detail.trouble'),
        said('act.message-refused.advice.trouble'),
      );
    case undefined:
  }
  const isPatience = first === 'greylisting' || /gr[ae]y-?list/i.test(reply);
  if (!isPatience && replyCode >= 400 && replyCode < 500)
    return words(
      said('act.message-refused.headline.trouble'),
      said('act.message-refused.detail.trouble'),
      said('act.message-refused.advice.trouble'),
    );
  const isLater = isPatience || retry === 'later';
  return words(
    said(isLater ? 'act.message-refused.headline.later' : 'act.message-refused.headline'),
    said('act.message-refused.detail'),
    said(isLater ? 'act.message-refused.advice.later' : 'act.message-refused.advice.change'),
  );
}
