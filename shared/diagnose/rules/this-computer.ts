import { ledElsewhere } from '../here/led-elsewhere.ts';
import { nothingListens } from '../here/nothing-listens.ts';
import { shutHere } from '../here/shut-here.ts';
import { takenHere } from '../here/taken-here.ts';
import type { Rule } from '../rule.ts';

/**
 * What stands in the way is on this computer: the setting means the computer itself, where no mail service runs; a name is led elsewhere
 * than DNS does; connections do not leave it, or a program on it takes them.
 */
export const thisComputer: Rule = {
  code: 'this-computer',
  severity: 'problem',
  find: (facts) => nothingListens(facts) ?? ledElsewhere(facts) ?? takenHere(facts) ?? shutHere(facts),
};
