import type { Server } from '../model/check.ts';
import { parseHost } from '../parse/host-name.ts';
import type { ClientSettings } from './client.ts';
import { refused } from './refused.ts';

/**
 * Controls and line ends (Cc holds C0, DEL and C1), the line and paragraph separators, halves of characters, and the marks that
 * turn the direction of text: none is part of an honest setting, and each can forge a line or a key in some format. The mark of byte
 * order and the two that are no characters are refused by Go and by readers of YAML wherever they stand.
 */
const neverInAValue =
  /[\p{Cc}\p{Cs}\ufffd\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/**
 * What every exporter may trust before it encodes for its own format: hosts are names or addresses, ports are whole numbers from
 * 1 to 65535, and no value breaks a line. Throws `ExportRefused` with the field that cannot be carried.
 */
export function checkedSettings(settings: ClientSettings): ClientSettings {
  checkText('mailAddress', settings.mailAddress, 320);
  checkText('displayName', settings.displayName, 255);
  checkServer('outgoing', settings.outgoing);
  if (settings.incoming) checkServer('incoming', settings.incoming);
  for (const { field, from, to } of settings.change ?? []) {
    checkText(`change.${field}`, from, 255);
    checkText(`change.${field}`, to, 255);
  }
  return settings;
}

function checkServer(role: string, { host, port, username }: Server): void {
  // A report names hosts as they are looked up; what the grammar would first have to change did not come from a check.
  const parsed = parseHost(host);
  const isAsLookedUp =
    parsed.ok &&
    (parsed.value.host === host.toLowerCase() ||
      (parsed.value.kind === 'ipv6' && /^[0-9a-f:.]+$/i.test(host))); // one IPv6 address has many spellings
  if (!isAsLookedUp) {
    throw refused(`${role}.host`, 'client.refuse.not-a-host');
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw refused(`${role}.port`, 'client.refuse.not-a-port');
  }
  checkText(`${role}.username`, username, 320);
}

function checkText(field: string, value: string, maxChars: number): void {
  if (value.length > maxChars) throw refused(field, 'client.refuse.too-long', { max: maxChars });
  if (neverInAValue.test(value)) {
    throw refused(field, 'client.refuse.control');
  }
}
