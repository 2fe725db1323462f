import type { Rule } from '../rule.ts';
import { anyProgramRules } from './programs/any-program.ts';
import { appleMailRules } from './programs/apple-mail.ts';
import { deviceRules } from './programs/devices.ts';
import { exactRules } from './programs/exact.ts';
import { mailerRules } from './programs/mailers.ts';
import { outlookRules } from './programs/outlook.ts';
import { phoneRules } from './programs/phones.ts';
import { thunderbirdRules } from './programs/thunderbird.ts';
import { webMailRules } from './programs/web-mail.ts';

/** Sentences of mail programs, web mail and devices that have no code. Thunderbird's are generated: `thunderbird-texts.json`. */
export const programRules: readonly Rule[] = [
  ...mailerRules,
  ...exactRules,
  ...phoneRules,
  ...appleMailRules,
  ...thunderbirdRules,
  ...webMailRules,
  ...outlookRules,
  ...anyProgramRules,
  ...deviceRules,
];
