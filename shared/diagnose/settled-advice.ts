import type { Judgement } from '../model/finding.ts';
import type { TextKey } from '../text/catalogue.ts';
import type { Said } from '../text/said.ts';
import { type Accused, accusedOf, isSettled } from './accused.ts';

/** Asks for the check that would show whose doing it is. */
const toFindOut: readonly TextKey[] = ['finding.advice.hotspot', 'mail-allow-list.advice.hotspot'];
/** Whose doing is left behind in another network. */
const ofNetwork: readonly Accused[] = ['network', 'on-path', 'reputation', 'nobody'];

/**
 * What is advised, where nothing is left to be found out: another network is then no question but a way out, and only where nothing else is one.
 * Advice of a finding that leaves something open stays as it is.
 */
export function settledAdvice(
  finding: Pick<Judgement, 'code' | 'confidence'>,
  advice: readonly (TextKey | Said)[],
  isWayFound: boolean,
): (TextKey | Said)[] {
  if (!isSettled(finding)) return [...advice];
  const isWayOut = !isWayFound && ofNetwork.includes(accusedOf(finding.code));
  const settled = advice.flatMap((one): readonly (TextKey | Said)[] => {
    if (typeof one !== 'string' || !toFindOut.includes(one)) return [one];
    return isWayOut ? ['submission-blocked.advice.network'] : [];
  });
  return settled.length > 0 ? settled : [...advice];
}
