/** How a text writes a server's name, and an IPv4 address. */
export const name = '[a-z0-9](?:[a-z0-9-]{0,62})(?:\\.[a-z0-9-]{1,63}){1,6}';
export const address = '\\d{1,3}(?:\\.\\d{1,3}){3}';
const inBrackets = '\\[(?:ipv6:)?[0-9a-f.:]{3,45}\\]';

/** Whoever asked, as servers write it in their logs and refusals (`<name[ip]>: Client host rejected`, `connection from name [ip]`). */
const client = new RegExp(
  `<${name}${inBrackets}>|(?<!\\b(?:response|reply|answer|greeting|banner) )\\b(?:from |client=)(?:${name} ?${inBrackets}(?::\\d{2,5})?|${address}(?![\\w.:]))|\\b${name}${inBrackets}(?=: SASL\\b)|\\breceived: from .{1,300}?(?= by |;|$)`,
  'gim',
);
const ending =
  '(?:: (?:name or service not known|no address associated with (?:host)?name|nodename nor servname provided, or not known|(?:temporary|non-recoverable) failure in name resolution))?';
/** What Postfix notes of a client whose name and address do not belong together, before anything has failed. */
const notes = new RegExp(
  `(?:warning: )?(?:\\S{3,45}: )?(?:hostname ${name} (?:does not resolve to address \\S{3,45}?|verification failed)${ending}(?=\\s|$)|address not listed for hostname ${name})`,
  'gi',
);

/** A text without those who asked a server: the line of a person, and no server of theirs. */
export function withoutClient(text: string): string {
  return text.replace(client, ' ');
}

/** A text without what a server only noted of whoever asked: whose name it is, and not what failed. */
export function withoutNotes(text: string): string {
  return text.replace(notes, ' ');
}
