import { faulty, type Parsed, roughFault, trimmed, understood } from './fault.ts';

/** A host as it can be looked up or dialled: a name in lower case and A-labels (RFC 5891), or an IP address without brackets. */
export type Host = { readonly kind: 'name' | 'ipv4' | 'ipv6'; readonly host: string };

const maxNameLength = 253;
const maxLabelLength = 63;

/**
 * Reads one host: a name (RFC 1123 section 2.1; Unicode is turned into A-labels as browsers do), an IPv4 address in four
 * decimal numbers, or an IPv6 address with or without brackets. A single label is fine (servers in a home or office network), an
 * underscore too (the same networks have them). One dot at the end is dropped.
 */
export function parseHost(input: string): Parsed<Host> {
  const text = trimmed(input);
  const rough = roughFault(text);
  if (rough) return rough;
  // One colon and something else than a number behind it is no IPv6 address and no port.
  if (/^[^:[]*[^:[0-9a-f.][^:[]*:[^:]*$/i.test(text)) return faulty('host-character', text, ':');
  if (text.includes(':') || text.startsWith('[')) return parseIpv6(text);
  return parseName(text);
}

function parseName(text: string): Parsed<Host> {
  if (text.length > maxNameLength + 1) return faulty('host-length', text);
  // Everything ASCII that could mean something else in a URL is refused before URL sees the text.
  const [foreign] = text.match(/[^\p{L}\p{N}\p{M}._\-。．｡·]/u) ?? [];
  if (foreign === ',' && parseName(text.replaceAll(',', '.')).ok) {
    return faulty('host-comma', text.replaceAll(',', '.'));
  }
  if (foreign !== undefined) return faulty('host-character', text, foreign);

  const ascii = toAscii(text);
  if (ascii === null) return faulty('host-character', text, foreignTo(text));
  const name = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
  const labels = name.split('.');

  if (labels.includes('')) return faulty('host-dots', text);
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return faulty('host-dash', text);
  if (labels.some((label) => label.length > maxLabelLength)) return faulty('host-label-length', text);
  if (name.length > maxNameLength) return faulty('host-length', text);

  // Resolvers read "10", "0x7f.1" or "1.2.3" as addresses that nobody meant, so a number at the end must be a whole IPv4 address.
  if (/^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) {
    return isIpv4(labels) ? understood({ kind: 'ipv4', host: name }) : faulty('host-number', text);
  }
  return understood({ kind: 'name', host: name });
}

function toAscii(text: string): string | null {
  const lower = text.toLowerCase();
  if (/^[a-z0-9._-]+$/.test(lower)) return lower;
  const url = `http://${text}/`;
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return /^[a-z0-9._-]+$/.test(hostname) ? hostname : null;
}

/** The first character that no name can be made of. */
function foreignTo(text: string): string {
  return [...text].find((character) => toAscii(`a${character}a`) === null) ?? text;
}

function isIpv4(labels: readonly string[]): boolean {
  return (
    labels.length === 4 && labels.every((label) => /^(0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255)
  );
}

function parseIpv6(text: string): Parsed<Host> {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const url = `http://[${bare}]/`;
  if (!/^[0-9a-f:.]+$/i.test(bare) || !URL.canParse(url)) return faulty('host-ipv6', text);
  return understood({ kind: 'ipv6', host: new URL(url).hostname.slice(1, -1) });
}
