import type { Rule } from '../rule.ts';
import { anyServerRules } from './accounts/any-server.ts';
import { gatewayRules } from './accounts/gateways.ts';
import { googleRules } from './accounts/google.ts';
import { mailProviderRules } from './accounts/mail-providers.ts';
import { microsoftRules } from './accounts/microsoft.ts';
import { planRules } from './accounts/plans.ts';
import { sendingServiceRules } from './accounts/sending-services.ts';
import { toldRules } from './accounts/told.ts';

/** What is said about a login, by servers and to people. */
export const loginRules: readonly Rule[] = [...toldRules, ...anyServerRules];

/** What providers say, each in words of its own. */
export const providerRules: readonly Rule[] = [
  ...microsoftRules,
  ...googleRules,
  ...mailProviderRules,
  ...planRules,
  ...gatewayRules,
  ...sendingServiceRules,
];
