/** How mailers begin what they say of one recipient, to people and in their logs: Postfix, sendmail, Exim, qmail, and Gmail of old. */
const begins =
  /^<[^<>\s]{1,64}@[^<>\s]{1,255}>(?: \(expanded from <?[^<>\s]{1,255}>?\))?: |\bstat=(?!sent\b)|\b(?:dsn=[45]\.\d|status=(?:bounced|deferred)\b)|^deferred: |(?:\*\*|==) <?\S{1,64}@\S{1,255} (?:<\S{1,255}> )?(?:r|t)=|\btechnical details of (?:permanent|temporary) failure\b|\bremote host (?:said: |(?:\S{1,255} \[[^\]]{1,60}\] )?closed connection)|\blast error: /i;
/** A server for mail, by the first part of its name, behind a word for what joins two servers. */
const toServer =
  /(?<!\b(?:fail(?:ed|ure)?|unable|could not|couldn't|can ?not|can't|not able) (?:to )?)\b(?:connection|conversation|session|connect(?:ed|ing)?) (?:with|to|from) (?:mail exchanger |server |host )?(?:mx|mta|mail|smtp)[\w-]{0,40}\.[\w.-]{1,200}/i;
/** Which command of SMTP it was about, and what only a mailer's own files and lists are called. */
const inSmtp =
  /\bsmtp time-?out\b|\b(?:in response to|while (?:sending|waiting for|receiving|performing)|during (?:client )?|after) ?(?:the )?(?:initial (?:connection|greeting)|(?:client|server|smtp) greeting|rcpt to|mail from|end of data|[eh][eh]lo\b)|\btime-?out (?:waiting for input from|writing message to) |\breply: read error from |^mx list for \S{1,255} points? |\/\.forward\b/i;

/** Whether a text is the line of a mailer about a message that it could not deliver: then its words are as telling as a server's. */
export function isOfMailer(text: string): boolean {
  return begins.test(text) || toServer.test(text) || inSmtp.test(text);
}
