import { closedProvider, isOverruled } from '../../model/claims.ts';
import type { TextKey } from '../../text/catalogue.ts';
import type { Rule } from '../rule.ts';

/** The service is known to let no mail program send by SMTP: no setting can work, and no network is at fault. */
export const noSmtpService: Rule = {
  code: 'no-smtp-service',
  severity: 'problem',
  find(facts) {
    const service = closedProvider(facts.evidence.discovery);
    if (!service?.closed) return null;
    const { instead, submission } = service.closed;
    const isOther = facts.good.length > 0 && isOverruled(service, facts.evidence.discovery);
    const isSettled = facts.current === 'works' || facts.good.length > 0;
    const advice: TextKey[] = [
      `no-smtp-service.advice.${instead}`,
      ...(instead === 'bridge' ? (['no-smtp-service.advice.own-app'] as const) : []),
      ...(submission === undefined ? [] : (['no-smtp-service.advice.submission'] as const)),
      ...(service.help === undefined ? [] : (['no-smtp-service.advice.help'] as const)),
    ];
    return {
      confidence: 'certain',
      // What the program uses today works: then it is somebody else's server, or the service's own program on this computer.
      severity: isSettled ? 'note' : 'problem',
      evidence: facts.outgoing,
      values: {
        service: service.name,
        ...(submission === undefined ? {} : { submission }),
        ...(service.help === undefined ? {} : { help: service.help }),
      },
      detail: [
        `no-smtp-service.detail.${instead}`,
        isOther ? 'no-smtp-service.detail.other-server' : 'no-smtp-service.detail',
      ],
      advice,
    };
  },
};
