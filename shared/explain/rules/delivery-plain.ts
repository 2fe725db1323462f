import type { Rule } from '../rule.ts';
import { contentRules } from './delivery/content.ts';
import { hostRules } from './delivery/host.ts';
import { limitRules } from './delivery/limits.ts';
import { mailboxRules } from './delivery/mailbox.ts';
import { overrulingRules } from './delivery/overruling.ts';
import { permissionRules } from './delivery/permission.ts';
import { recipientRules } from './delivery/recipient.ts';
import { senderRules } from './delivery/sender.ts';
import { standingRules } from './delivery/standing.ts';
import { wayRules } from './delivery/way.ts';

/** Phrases that name what is wrong so plainly that they outrank the numbers beside them; the first that is there counts. */
export const plainDeliveryRules: readonly Rule[] = [
  ...overrulingRules,
  ...senderRules,
  ...recipientRules,
  ...mailboxRules,
  ...permissionRules,
  ...limitRules,
  ...hostRules,
  ...standingRules,
  ...contentRules,
  ...wayRules,
];
