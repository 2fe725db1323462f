/** A value of the Windows registry, as far as mail settings need it: a text or a number. */
export type RegistryValue = string | number;

/** One key with its values; their names in lower case, because the registry does not tell case apart. */
export type RegistryKey = { readonly path: string; readonly values: ReadonlyMap<string, RegistryValue> };

/** An Outlook with many old profiles has some hundred keys. */
const maxKeys = 5000;
/** No name, host or address is longer, in UTF-16 units. */
const maxTextChars = 1000;

/**
 * Reads what `reg query … /s` prints: a line for each key, and one for each value with its name, type and data, four blanks (Windows XP:
 * a tab) between them. What it says in the language of that Windows, such as the name of the unnamed value, is passed over.
 */
export function parseRegQuery(text: string): readonly RegistryKey[] {
  const reader = keyReader();
  for (const line of text.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) {
      reader.key(line.trim());
      continue;
    }
    const type = /^\s/.test(line) ? /(?: {4}|\t)(REG_[A-Z_]+)(?: {4}|\t|$)/.exec(line) : null;
    if (type === null) continue;
    const name = line.slice(0, type.index).trim();
    reader.value(name, () => queriedData(type[1] ?? '', line.slice(type.index + type[0].length)));
  }
  return reader.keys;
}

function queriedData(type: string, data: string): RegistryValue | null {
  if (type === 'REG_DWORD') return /^0x[0-9a-f]{1,8}$/i.test(data) ? Number(data) : null;
  if (type === 'REG_SZ' || type === 'REG_EXPAND_SZ') return data;
  if (type !== 'REG_BINARY' || !/^[0-9a-f]*$/i.test(data)) return null;
  return utf16Text(data.match(/../g) ?? []);
}

/**
 * Reads an exported `.reg` file: "Windows Registry Editor Version 5.00" or REGEDIT4, decoded already. Hexadecimal data may go on over
 * lines that end in a backslash. Keys and values that the file would delete are no settings and are passed over.
 */
export function parseRegFile(text: string): readonly RegistryKey[] {
  const reader = keyReader();
  for (const line of text
    .replace(/^\ufeff/, '')
    .replace(/\\\r?\n[ \t]*/g, '')
    .split(/\r?\n/)) {
    const key = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
    if (key !== undefined) {
      reader.key(key.startsWith('-') ? null : key);
      continue;
    }
    const value = /^\s*"((?:[^"\\]|\\.){1,260})"=(.*)$/.exec(line);
    if (value) reader.value(unescaped(value[1] ?? ''), () => exportedData((value[2] ?? '').trim()));
  }
  return reader.keys;
}

function exportedData(data: string): RegistryValue | null {
  const number = /^dword:([0-9a-f]{1,8})$/i.exec(data)?.[1];
  if (number !== undefined) return Number.parseInt(number, 16);
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(data)?.[1];
  if (quoted !== undefined) return unescaped(quoted);
  const bytes = /^hex(?:\([12]\))?:([0-9a-f, \t]*)$/i.exec(data)?.[1];
  return bytes === undefined ? null : utf16Text(bytes.match(/[0-9a-f]{2}/gi) ?? []);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

/** Collects keys. Data of a password is neither decoded nor kept: it is thrown away unread with its name. */
function keyReader() {
  const keys: { path: string; values: Map<string, RegistryValue> }[] = [];
  let current: Map<string, RegistryValue> | null = null;
  return {
    keys,
    key(path: string | null) {
      current = path === null || keys.length >= maxKeys ? null : new Map();
      if (path !== null && current) keys.push({ path, values: current });
    },
    value(name: string, data: () => RegistryValue | null) {
      if (current === null || /passw/i.test(name)) return;
      const read = data();
      if (typeof read === 'number') current.set(name.toLowerCase(), read);
      else if (read !== null && read.length <= maxTextChars) current.set(name.toLowerCase(), read);
    },
  };
}

/** Bytes in hexadecimal as UTF-16LE, up to a zero character; null when they are no whole characters. */
function utf16Text(bytes: readonly string[]): string | null {
  if (bytes.length % 2 !== 0 || bytes.length > 2 * (maxTextChars + 1)) return null;
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = Number.parseInt(`${bytes[at + 1]}${bytes[at]}`, 16);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}
