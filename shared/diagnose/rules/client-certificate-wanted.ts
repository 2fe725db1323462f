import type { Rule } from '../rule.ts';
import { alertedOver } from '../tls-alerts.ts';

/** The server lets in only programs that show a certificate of their own: TLS alert 116, `certificate_required`. */
export const clientCertificateWanted: Rule = {
  code: 'client-certificate-wanted',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find: (facts) =>
    alertedOver(facts, 'client-certificate', [
      'client-certificate-wanted.advice.ask',
      'client-certificate-wanted.advice.set',
    ]),
};
