import { type Said, said } from '../text/said.ts';
import { ErrorCode } from './error-code.ts';

/** Why something could not be done, in our own words: those of observations, and what a mailbox is not looked into for. */
const ownErrors = [
  ...ErrorCode.options,
  'certificate-changed',
  'certificate-untrusted',
  'no-encryption',
  'no-known-login',
] as const;

/** What one of our own words for an error means; null for a server's reply code or the system's name of an error. */
export function ownErrorWords(code: string): Said | null {
  const own = ownErrors.find((one) => one === code);
  return own === undefined ? null : said(`error.${own}`);
}
