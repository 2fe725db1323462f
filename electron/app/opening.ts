import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maxMessageBytes } from '../../shared/contract/channel.ts';
import { plainText } from '../../shared/parse/plain-text.ts';
import { parseSubject } from '../../shared/parse/subject.ts';
import { say } from '../../shared/text/index.ts';
import type { Ask } from './ask.ts';

/** What somebody else wants Postway to open: a link of a page or a message, or a file that was double-clicked. */
export type Opening =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'report'; readonly path: string };

/** What a page is told to show, once the person agreed. */
export type Opened =
  | { readonly kind: 'open'; readonly subject: string }
  | { readonly kind: 'open'; readonly report: string }
  | { readonly kind: 'open'; readonly help: true };

/** Longer than any mail address with its encoding; a link is refused at that length. */
const maxLinkChars = 2000;
/** A name in a question is one line. */
const maxNameChars = 100;

/**
 * What a program's arguments ask to open, the first thing that is one; null when they ask for nothing. Switches are Chromium's. `folder`:
 * where the program was started.
 */
export function openingIn(argv: readonly string[], folder: string): Opening | null {
  for (const word of argv) {
    if (/^postway:/i.test(word)) return { kind: 'link', link: word };
    const path = /^[^-].*\.postway$/i.test(word) ? pathOf(word, folder) : null;
    if (path !== null) return { kind: 'report', path };
  }
  return null;
}

/** Linux desktops name a file by its address (`%U` of the Desktop Entry Specification). Null when that is not one of this computer. */
function pathOf(word: string, folder: string): string | null {
  if (!/^file:/i.test(word)) return resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}

/** The mail address or the domain that a link of the form `postway:check?address=…` names; null when it is anything else. */
export function subjectOf(link: string): string | null {
  if (link.length > maxLinkChars || !URL.canParse(link)) return null;
  const { protocol, host, pathname, searchParams } = new URL(link);
  const action = `${host}${pathname}`.replace(/\/$/, ''); // browsers also send postway://check?…
  const addresses = searchParams.getAll('address');
  const [address] = addresses;
  if (protocol !== 'postway:' || action !== 'check' || address === undefined || addresses.length > 1)
    return null;
  // Somebody else wrote the link: nothing in it is put right, as it is for what a person pasted.
  if (/[\s\p{C}]/u.test(address)) return null;
  const subject = parseSubject(address);
  if (!subject.ok || subject.value.kind === 'server') return null;
  return subject.value.kind === 'address' ? subject.value.mailAddress : subject.value.domain;
}

/**
 * Asks the person, and reads nothing before they said yes. Resolves to what the page is to show; null when they do not want it, or when
 * there is nothing that can be shown, which they are told.
 */
export async function agreedOpening(opening: Opening, ask: Ask): Promise<Opened | null> {
  return opening.kind === 'link' ? agreedLink(opening.link, ask) : agreedReport(opening.path, ask);
}

async function agreedLink(link: string, ask: Ask): Promise<Opened | null> {
  const subject = subjectOf(link);
  if (subject === null) {
    await ask.tell(say('app.link.wrong'));
    return null;
  }
  const agreed = await ask.whether({
    question: say('app.link.question', { subject }),
    detail: say('app.link.detail'),
    yes: say('app.link.yes'),
  });
  return agreed ? { kind: 'open', subject } : null;
}

async function agreedReport(path: string, ask: Ask): Promise<Opened | null> {
  const name = plainText(basename(path), maxNameChars);
  const agreed = await ask.whether({
    question: say('app.report.question', { name }),
    detail: say('app.report.detail'),
    yes: say('app.report.yes'),
  });
  if (!agreed) return null;
  const report = await readReport(path);
  if (report === null) await ask.tell(say('app.report.wrong', { name }));
  return report === null ? null : { kind: 'open', report };
}

/** The text of an ordinary file that is no larger than a message may be; null otherwise. What is in it the window parses. */
async function readReport(path: string): Promise<string | null> {
  try {
    const stats = await stat(path);
    if (!stats.isFile() || stats.size > maxMessageBytes) return null;
    return await readFile(path, 'utf8');
  } catch {
    return null; // gone, or not for this user to read: the person is told that it cannot be read
  }
}
