import type { Observation } from '../../model/observation.ts';
import type { Objection } from '../../parse/smtp-objections.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { isCurrentElsewhere } from '../blocks.ts';
import { type Facts, portsOf } from '../facts.ts';
import { objectionOf, turnedAway } from '../rejections.ts';
import type { Found, Rule } from '../rule.ts';
import { isForLogins } from '../submission-ports.ts';
import { about, quoteReply, settingAdvice } from '../words.ts';

type Cause = Extract<Objection, 'no-name' | 'introduction' | 'address'>;

const details: Readonly<Record<Cause, TextKey>> = {
  'no-name': 'client-refused.detail.no-name',
  introduction: 'client-refused.detail.introduction',
  address: 'client-refused.detail.address',
};

const advice: Readonly<Record<Cause, readonly TextKey[]>> = {
  'no-name': ['client-refused.advice.reverse', 'finding.advice.hotspot'],
  introduction: ['client-refused.advice.introduction', 'client-refused.advice.tell'],
  address: ['client-refused.advice.provider', 'finding.advice.hotspot'],
};

/** The server objects to this computer's address or to the name it gives itself, which no waiting changes. */
export const clientRefused: Rule = {
  code: 'client-refused',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const refused = turnedAway(facts).filter((o) => causeOf(o) !== null);
    const first = refused[0];
    const cause = first && causeOf(first);
    if (!cause) return overLiteral(facts);
    const isNote = isCurrentElsewhere(facts, portsOf(refused)) && facts.current === 'works';
    return {
      confidence: /^[45]\.7\.25$/.test(first.error?.code ?? '') ? 'certain' : 'likely',
      severity: isNote ? 'note' : 'problem',
      evidence: refused,
      values: { ...about(first), text: quoteReply(first) },
      detail: ['client-refused.detail', details[cause], 'client-refused.detail.waiting'],
      advice: [...settingAdvice(facts, []), ...advice[cause]],
    };
  },
};

/** An address in place of a name was refused, and a name taken: programs that give their address, as many do, fail there. */
function overLiteral(facts: Facts): Found | null {
  const refused = facts.submission.filter((o) => o.literalRefused !== undefined);
  const first = refused.find((o) => isForLogins(facts, o)) ?? refused[0];
  if (!first?.literalRefused) return null;
  const isEverywhere = facts.good.every((o) => refused.includes(o));
  return {
    confidence: 'certain',
    severity: facts.good.length === 0 && facts.current !== 'works' ? 'problem' : 'warning',
    ...(facts.good.length > 0 && isEverywhere && facts.current !== 'works' ? { yields: false } : {}),
    evidence: refused,
    values: { ...about(first), text: quoteReply({ error: first.literalRefused }) },
    headline: 'client-refused.headline.introduction',
    detail: ['client-refused.detail', details.introduction, 'client-refused.detail.name-taken'],
    advice: [...settingAdvice(facts, []), ...advice.introduction],
  };
}

function causeOf(o: Observation): Cause | null {
  const objection = objectionOf(o);
  return objection === 'no-name' || objection === 'introduction' || objection === 'address'
    ? objection
    : null;
}
