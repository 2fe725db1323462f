import type { SenderPolicyFault } from '../model/act.ts';

const domain = String.raw`[^\s/:=]+(?:%\{[^}]*\}[^\s/:=]*)*`;
const length = String.raw`(?:/\d{1,2})?(?://\d{1,3})?`;

/** Terms of RFC 7208 section 4.6.1 and 5; modifiers of a later version count as right (section 6). */
const spfTerm = new RegExp(
  [
    '^(?:',
    '[-+?~]?all',
    String.raw`|[-+?~]?include:${domain}`,
    String.raw`|[-+?~]?(?:a|mx)(?::${domain})?${length}`,
    String.raw`|[-+?~]?ptr(?::${domain})?`,
    String.raw`|[-+?~]?ip4:\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?`,
    String.raw`|[-+?~]?ip6:[0-9a-f:.]+(?:/\d{1,3})?`,
    String.raw`|[-+?~]?exists:${domain}`,
    String.raw`|[a-z][-a-z0-9_.]*=\S*`,
    ')$',
  ].join(''),
  'i',
);

/** Longest record that is looked at, in characters; a longer one is wrong. */
const mostChars = 4000;

/** What is wrong with the TXT records at a domain as SPF: RFC 7208 sections 3.2 and 4.5. */
export function spfFault(texts: readonly string[]): SenderPolicyFault | null {
  const [record, other] = texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
  if (record === undefined) return 'spf-missing';
  if (other !== undefined) return 'spf-doubled';
  const terms = record
    .slice(0, mostChars)
    .split(/ +/)
    .slice(1)
    .filter((term) => term !== '');
  if (record.length > mostChars || !terms.every((term) => spfTerm.test(term))) return 'spf-wrong';
  return terms.length === 1 && /^-all$/i.test(terms[0] ?? '') ? 'spf-refuses-all' : null;
}

/** What is wrong with the TXT records at `_dmarc.` of a domain: RFC 7489 sections 6.3 and 6.6.3. */
export function dmarcFault(texts: readonly string[]): SenderPolicyFault | null {
  const [record, other] = texts.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/i.test(text));
  if (record === undefined) return 'dmarc-missing';
  if (other !== undefined) return 'dmarc-doubled';
  const tags = record
    .slice(0, mostChars)
    .split(';')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const isWellFormed = tags.every((tag) => /^[a-z]+\s*=\s*\S/i.test(tag));
  const policy = tags
    .find((tag) => /^p\s*=/i.test(tag))
    ?.split('=')[1]
    ?.trim()
    .toLowerCase();
  return isWellFormed && ['none', 'quarantine', 'reject'].includes(policy ?? '') ? null : 'dmarc-wrong';
}
