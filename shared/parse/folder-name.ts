const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,';

/** The name of a folder as a person reads it: IMAP writes other letters than ASCII's in a base64 of its own (RFC 3501 section 5.1.3). */
export function shownFolder(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (whole, coded: string) => {
    if (coded === '') return '&';
    const bits = [...coded].map((one) => digits.indexOf(one).toString(2).padStart(6, '0')).join('');
    const units = bits.match(/[01]{16}/g) ?? [];
    return units.length === 0 ? whole : String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 2)));
  });
}
