import type { KindName } from './kinds.ts';

const refusedCommand =
  /(?:after|in (?:reply|response) to|(?:while|when|for) (?:sending|performing)?|did not like our|>>>) ?(?:the )?(?:end of )?(mail from|mail|rcpt to|rcpt|data|text|helo|ehlo|connection|initial connection|greeting)\b|\b(mail|rcpt|data|text|helo|ehlo) command|but (sender) was rejected/i;

/** Who is refused before a recipient is named is the sender: the address, or the computer. */
export function kindAtSender(text: string): KindName | undefined {
  const command = refusedCommand.exec(text);
  const word = command?.[1] ?? command?.[2] ?? command?.[3] ?? '';
  return /mail|helo|ehlo|conn|greeting|sender/i.test(word) ? 'sender-refused' : undefined;
}

/** What is refused after the recipient was named, without a word why, is the recipient's own filter; after the message, the message. */
export function kindLater(text: string): KindName | undefined {
  const command = refusedCommand.exec(text);
  const isRecipient = /rcpt/i.test(command?.[1] ?? command?.[2] ?? '');
  return isRecipient ? 'recipient-filter' : kindOfLetter(text);
}

/** What is refused when the message itself was there, without a word why, is the message. */
export function kindOfLetter(text: string): KindName | undefined {
  const command = refusedCommand.exec(text);
  return /^(?:data|text)$/i.test(command?.[1] ?? command?.[2] ?? '') ? 'refused-somehow' : undefined;
}

/** What names a recipient or its host is about the sender's address when that is what was refused. */
export const kindsOfRecipient: ReadonlySet<KindName> = new Set<KindName>([
  'recipient-unknown',
  'recipient-host',
]);
