/** Words that only texts about mail have. */
const aboutMail =
  /\b(?:[em]?smtp\w*|imap\w*|pop3?s?|e?-?mail\w*|mailbox|envelope|recipients?|senders?|relay\w*|rcpt\w*|helo|ehlo|starttls|mx|postfix|exim|sendmail|qmail|dovecot|outlook|thunderbird|postfach|postmaster)\b|メール|邮件|郵件|메일|почт/i;
/** A server's reply says what it is by its numbers. */
const aReply = /\b[245]\.\d{1,3}\.\d{1,3}\b|(?:^|\D)[45]\d\d[ -](?![a-z]{2,10} not found)/i;

/** Services, programs and devices that say the same as mail programs do when they cannot connect or log in. */
const others =
  /\b(?:ssh|sftp|scp|ftp|rsync|telnet|rdp|vnc|sqlstate\S*|ora-\d{5}|tns:|(?:my|postgre|ms)?sql\w*|mariadb|redis|mongo\w*|database|datenbank|docker|kubectl|kubernetes|git|mount(?:\.\w+)?|nfs|smbclient|cifs|wlan|wi-?fi|bluetooth|vpn|ipsec|remote desktop|playstation|xbox|ldap\w*|npm|pip|apt(?:-get)?|net::err_\w+|minecraft|roblox|fortnite|steam|netflix|spotify|youtube|facebook|instagram|whatsapp|telegram|discord|teamspeak|zoom|skype|plex|jellyfin|kodi|windows (?:log-?on|hello)|online-?banking|e-?banking|paypal|amazon(?! ses| simple)|ebay|elster|pin|apple id|touch id|face id|sim card)\b|\berror \d{4} \((?:hy|\d)\w{1,5}\)|@'(?:localhost|%)'|(?<![\w.-])(?:www|api|cdn|registry)[\w-]{0,20}\.[\w-]{1,63}\.\w/i;
const otherPorts =
  /(?:\bport:? |:)(?:21|22|23|80|443|389|636|1433|1521|3306|3389|5432|5900|6379|8080|8443|27017)\b/i;
const webPage =
  /\b(?:access|fetch\w*|get|post|open\w*|load\w*|download\w*|clon\w*|request\w*|reach|url)\W{1,4}(?:https?|wss?|ftp|git)(?:\+\w+)?:\/\//i;

/** Whether a text is about something else than mail: it names that, and nothing of mail. */
export function isForeign(text: string): boolean {
  if (aboutMail.test(text) || aReply.test(text)) return false;
  return others.test(text) || otherPorts.test(text) || webPage.test(text);
}
