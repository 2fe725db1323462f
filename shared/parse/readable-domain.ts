/// <reference path="./punycode-js.d.ts" />
import punycode from 'punycode.js'; // whole: some loaders see its CommonJS
import { parseHost } from './host-name.ts';

/**
 * A mail address as people write it: its domain in letters (U-labels, RFC 5890) where programs have it as `xn--…`. The address itself where the
 * domain has none of these, or one that would be written otherwise.
 */
export function readableAddress(mailAddress: string): string {
  const at = mailAddress.lastIndexOf('@');
  const domain = mailAddress.slice(at + 1);
  return `${mailAddress.slice(0, at + 1)}${readableDomain(domain)}`;
}

function readableDomain(domain: string): string {
  if (!/(^|\.)xn--/i.test(domain)) return domain;
  const readable = inLetters(domain);
  // What does not lead back to the same name, or holds more than letters, digits and dashes, could pass for another.
  const parsed = parseHost(readable);
  const isSame = parsed.ok && parsed.value.host === domain.toLowerCase();
  return isSame && /^[\p{L}\p{M}\p{N}.-]+$/u.test(readable) ? readable : domain;
}

function inLetters(domain: string): string {
  try {
    return punycode.toUnicode(domain);
  } catch {
    return domain; // RangeError: no valid Punycode (RFC 3492)
  }
}
