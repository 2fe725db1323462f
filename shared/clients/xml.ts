import { refuseIfMatches } from './required.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text inside an XML 1.0 or HTML element. Throws `ExportRefused` with `field` for the two characters that XML cannot hold at all. */
export function xmlText(field: string, value: string): string {
  refuseIfMatches(field, value, /[\ufffe\uffff]/);
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** As `xmlText`, for readers that take blanks off both ends: throws `ExportRefused` where that would change the value. */
export function trimmedXmlText(field: string, value: string): string {
  refuseIfMatches(field, value, /^\s|\s$/u);
  return xmlText(field, value);
}
