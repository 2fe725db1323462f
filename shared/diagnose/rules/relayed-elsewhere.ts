import { answeredAlike } from '../../model/answered-for-others.ts';
import { operatorsOf, portsOf } from '../facts.ts';
import { issuerName } from '../issuers.ts';
import type { Rule } from '../rule.ts';
import { about, listed, portList, quote } from '../words.ts';

/** Whichever server is asked, one and the same answers: a hoster or internet provider leads outgoing mail to its own mailer. */
export const relayedElsewhere: Rule = {
  code: 'relayed-elsewhere',
  severity: 'problem',
  // One issuer unknown to the public is a scanner's doing; this mailer has a certificate of its own that would pass under its own name.
  unless: ['offline', 'captive-portal', 'dns-hijacked', 'tls-intercepted'],
  find(facts) {
    const mine = facts.submission.filter((o) => answeredAlike(o, facts.controls).length > 0);
    const others = facts.controls.filter((o) => mine.some((own) => answeredAlike(own, [o]).length > 0));
    const first = mine[0];
    if (!first?.tls) return null;
    const who = first.tls.names[0] ?? issuerName({ ...first.tls, topIssuer: first.tls.subject });
    return {
      confidence: operatorsOf(others).length > 1 || portsOf(mine).length > 1 ? 'certain' : 'likely',
      severity: facts.current === 'works' ? 'warning' : 'problem',
      evidence: [...mine, ...others],
      values: {
        ...about(first),
        ports: portList(portsOf(mine)),
        who: quote(who),
        operators: listed(operatorsOf(others)),
      },
      advice: [
        'relayed-elsewhere.advice.hoster',
        'relayed-elsewhere.advice.lift',
        'relayed-elsewhere.advice.password',
      ],
    };
  },
};
