import type { Cause } from '../model/explanation.ts';
import { any } from './phrases.ts';
import type { Place } from './place.ts';

/** Ports of POP3 and IMAP, with and without TLS from the start (RFC 8314 section 3). */
const portsToReceive: ReadonlySet<number> = new Set([110, 143, 993, 995]);

const receiving = any(
  '\\b(?:imap4?s?|pop3s?|pop)\\b|(?:^|[^a-z])(?:imap|pop3?)[\\w-]{0,12}\\.|\\bincoming\\b|\\breceiving\\b|get(?:ting)? (?:new )?mail|fetch(?:mail|ing)',
  'eingehend|posteingang|empfangsserver|abrufen|entrant|réception|recevoir|entrante|recibir|recepción|in arrivo|in entrata|ricezione|recebimento|receber|recepção',
  'inkomend|binnenkomend|przychodząc|odbier|входящ|příchoz|bejövő|inkommande|indgående|saapuva|gelen|受信|收件服务器|收取|받는 메일',
);
const sending = any(
  '\\b[el]?smtp\\w?|\\bsend\\b|\\bsending\\b|outgoing|submission|ausgehend|postausgang|\\bsenden\\b|sortant|envoi|envoyer|saliente|enviar|in uscita|inviare|invio|saída|envio',
  'uitgaand|verzend|wychodząc|wysył|исходящ|отправ|odchoz|kimenő|utgående|udgående|lähtevä|giden|送信|发送|보내',
);

/** Whether a text tells of receiving alone: by its port, or by words for it and none for sending. */
export function isAboutReceiving(text: string, { host = '', port }: Place): boolean {
  if (port !== undefined && portsToReceive.has(port)) return true;
  if (sending.test(text)) return false;
  return /^(?:imap|pop3?)[\w-]{0,12}\./i.test(host) || receiving.test(text);
}

/** What can only be wrong with sending. */
const ofSending: ReadonlySet<Cause> = new Set<Cause>([
  'port-25-blocked',
  'port-25-intercepted',
  'submission-blocked',
  'mail-allow-list',
  'hoster-blocks-smtp',
  'auth-needed',
  'smtp-auth-off',
]);

/** Causes as they are where mail did not come in: no block of a port for sending explains that, one of all ports for mail may. */
export function causesOfReceiving(causes: readonly Cause[]): readonly Cause[] {
  const others = causes.filter((cause) => !ofSending.has(cause));
  if (others.length === causes.length) return causes;
  const [first] = causes;
  if (first === undefined || !ofSending.has(first)) return [...others, 'mail-ports-blocked'];
  const likely: readonly Cause[] = ['server-down', 'server-name-wrong', 'mail-ports-blocked'];
  return [...likely, ...others.filter((cause) => !likely.includes(cause))];
}
