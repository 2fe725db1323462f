/** How mailers begin what they say of one recipient, to people and in their logs: Postfix, sendmail, Exim, qmail, and Gmail of old. */
const begins =
  /^<[^<>\s]{1,64}@[^<>\s]{1,255}>(?: \(expanded from <?[^<>\s]{1,255}>?\))?: |\bstat=(?!sent\b)|\b(?:dsn=[45]\.\d|status=(?:bounced|deferred)\b)|^deferred: |(?:\*\*|==) <?\S{1,64}@\S{1,255} (?:<\S{1,255}> )?(?:r|t)=|\btechnical details of (?:permanent|temporary) failure\b|\bremote host said: |\blast error: /i;

/** Whether a text is the line of a mailer about a message that it could not deliver: then its words are as telling as a server's. */
export function isOfMailer(text: string): boolean {
  return begins.test(text);
}
