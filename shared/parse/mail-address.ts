import { faulty, type Parsed, roughFault, trimmed, understood } from './fault.ts';
import { parseHost } from './host-name.ts';

/** A mail address whose domain is in lower case and A-labels; the part before the @ stays as it was typed. */
export type MailAddress = { readonly mailAddress: string; readonly domain: string };

/** RFC 5321 section 4.5.3.1.1. */
const maxLocalLength = 64;
/** A path of 256 octets with its angle brackets (RFC 5321 section 4.5.3.1.3, RFC 3696 erratum 1690). */
const maxLength = 254;

/**
 * Reads one mail address (RFC 5321 section 4.1.2, Unicode as in RFC 6531) and nothing around it; `typed-address.ts` reads what people write. Dots may
 * stand anywhere before the @: some providers hand out such addresses against the RFC. Refused are quoted local parts, and a dash at
 * the beginning, because a program that is given the address would take it for an option.
 */
export function parseMailAddress(input: string): Parsed<MailAddress> {
  const text = trimmed(input);
  const rough = roughFault(text);
  if (rough) return rough;

  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at <= 0) return faulty('address-name', text);
  if (domain === '') return faulty('address-domain', text);
  if (local.includes('@')) return faulty('address-at-signs', text);
  const [foreign] = local.match(/["(),:;<>[\\\]]|^-/) ?? [];
  if (foreign !== undefined) return faulty('address-character', text, foreign);
  if (local.length > maxLocalLength) return faulty('address-length', text);
  if (text.length > maxLength) return faulty('address-whole-length', text);
  if (/[^,],[^,]/.test(domain)) return faulty('address-comma', `${local}@${domain.replaceAll(',', '.')}`);

  if (domain.startsWith('[')) return faulty('address-ip', text); // an address literal (RFC 5321 section 4.1.3)
  const host = parseHost(domain);
  if (!host.ok) return host;
  if (host.value.kind !== 'name') return faulty('address-ip', text);
  return understood({ mailAddress: `${local}@${host.value.host}`, domain: host.value.host });
}
