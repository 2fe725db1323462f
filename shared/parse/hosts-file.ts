import { parseHost } from './host-name.ts';

/**
 * The addresses that a hosts file (hosts(5); Windows has the same) gives for a name, in the order of the file. A line is an address and
 * the names for it; `#` begins a comment. What cannot be read is passed over, as systems do. Takes time in proportion to the text.
 */
export function hostsFileAddresses(text: string, host: string): string[] {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  const found: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    if (!line.toLowerCase().includes(wanted)) continue; // such files may have a hundred thousand lines
    const [address = '', ...names] = line.replace(/#.*/s, '').trim().split(/\s+/);
    if (!names.some((name) => name.toLowerCase().replace(/\.$/, '') === wanted)) continue;
    const parsed = parseHost(address.replace(/%.*/s, ''));
    if (parsed.ok && parsed.value.kind !== 'name') found.push(parsed.value.host);
  }
  return [...new Set(found)];
}
