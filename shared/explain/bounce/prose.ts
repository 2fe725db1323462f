import type { Message } from './mime.ts';

/** What is written for people: the first texts, of HTML only its words. */
export function proseOf({ parts }: Message): string {
  const plain = parts.filter(({ type }) => type === 'text/plain' || type === 'text');
  if (plain.some(({ text }) => text.trim() !== ''))
    return unquoted(
      plain
        .slice(0, 2)
        .map(({ text }) => text)
        .join('\n'),
    );
  const rich = parts.find(({ type }) => type === 'text/html');
  return (rich?.text ?? '')
    .slice(0, 100_000)
    .replace(/<(?:style|script)[^>]{0,300}>[^<]{0,20000}/gi, ' ')
    .replace(/<(?:br|p|div|tr|li|h\d)\b[^>]{0,300}>/gi, '\n')
    .replace(/<[^>]{0,1000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** A bounce that somebody forwarded as a quotation, without the marks of one. */
function unquoted(text: string): string {
  const lines = text.split('\n');
  const quoted = lines.filter((line) => line.startsWith('>')).length;
  return quoted > lines.length / 2 ? lines.map((line) => line.replace(/^>{1,5} ?/, '')).join('\n') : text;
}

/** The lines of the report that are about one recipient; all of it where it names none. */
export function linesAbout(prose: string, address: string): string {
  const lines = prose.split('\n');
  const start =
    address === '' ? -1 : lines.findIndex((line) => line.toLowerCase().includes(address.toLowerCase()));
  if (start === -1) return prose;
  const next = lines.findIndex(
    (line, index) =>
      index > start && /^\s*</.test(line) && !line.toLowerCase().includes(address.toLowerCase()),
  );
  return lines.slice(start, next === -1 ? lines.length : next).join('\n');
}
