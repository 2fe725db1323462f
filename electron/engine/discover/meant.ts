import { meantDomain } from '../../../shared/discover/misspelt.ts';
import type { CheckInput } from '../../../shared/model/check.ts';

/** The domain that was probably meant by the one that is asked about, unless the person said that it is right. */
export function meantBy({ domain, isDomainSure }: CheckInput): string | undefined {
  return domain === undefined || isDomainSure ? undefined : meantDomain(domain);
}
