import type { Asker } from '../../model/asker.ts';
import { hosters } from './hosters.ts';

/** What is known of who asks, without asking anybody. */
export type AskerClues = {
  /** The error text that was pasted. */
  readonly text?: string | undefined;
  /** This program runs in a container. */
  readonly isContainer?: boolean;
  /** What the machine says of its maker. */
  readonly vendor?: string;
};

const device =
  /\b(scan(ner)?\s*(to|-to-)\s*(e-?mail|mail)|scan to|(?<!\b(virus|malware|spam|mail|content)[ -])scanner|copier|photocopier|multifunction|bizhub|imagerunner|taskalfa|ecosys|workcentre|versalink|altalink|laserjet|officejet|embedded web server|command center rx|web image monitor|synology|qnap|truenas|nvr|ip camera|reolink|hikvision|unifi)\b(?!\p{L})/iu;
/** Makers of nothing that a person would write from, and not the name of a mail server; the others' names are words, and stand with a model. */
const maker =
  /(?<![\w@.-])(ricoh|kyocera|konica|lexmark|xerox|epson|toshiba e-studio|brother (mfc|dcp|hl|ads)|canon (mf|ir|lbp|maxify|pixma)|sharp mx|hp (mfp|scanjet|pagewide))(?!\.\w|@)(?![a-z])/i;
/** In small letters it is a word of Portuguese. */
const storage = /\bNAS\b/;
/** What mail servers write into their logs when they hand a message on. */
const server =
  /\bpostfix(\/[\w-]+)*\/(smtp|error|qmgr)\[\d|\bT=remote_smtp\b|\bsendmail\[\d+\]: |\bmta event="?delivery\b/;
const code =
  /\b(EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|ESOCKET|EAUTH|nodemailer|smtplib|PHPMailer|SwiftMailer|symfony|Traceback|SMTPConnectError|MessagingException|javax\.mail|jakarta\.mail|MailKit|net\/smtp|ActionMailer|Net::SMTP|wrong version number|SSL routines|at [\w.<>]+ \((node:|<anonymous>|[^()\s]+:\d+:\d+\))|errno[:=]|Errno -?\d+\]|gaierror|x509: |SMTP ERROR: |SMTP connect\(\) failed|SocketException|wp_mail|node:internal|exit code \d+)/;

/** The likeliest asker; `null` for somebody's mail program, and wherever nothing speaks for another one. */
export function guessAsker({ text = '', isContainer = false, vendor = '' }: AskerClues): Asker | null {
  const hoster = hosters.find((one) => one.vendor.test(vendor));
  if (device.test(text) || maker.test(text) || storage.test(text)) return { kind: 'device', isGuessed: true };
  if (server.test(text)) return { kind: 'server', isGuessed: true, ...(hoster && { hoster: hoster.id }) };
  if (code.test(text)) {
    if (isContainer) return { kind: 'container', isGuessed: true };
    return hoster
      ? { kind: 'server', isGuessed: true, hoster: hoster.id }
      : { kind: 'program', isGuessed: true };
  }
  return hoster ? { kind: 'server', isGuessed: true, hoster: hoster.id } : null;
}
