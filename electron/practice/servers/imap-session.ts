import type { Reply } from './line-server.ts';
import type { FolderName, Kept, PostOffice } from './post-office.ts';

/** The part of IMAP after STARTTLS, on one connection: login and what is needed to look for a message. RFC 9051. Null: not a command of it. */
export type ImapSession = { hear(tag: string, command: string, line: string): Reply | null };

/** `login`: the reply to every login instead of OK, without its tag. */
export function imapSession(office: PostOffice, login?: string): ImapSession {
  let awaitedTag: string | null = null;
  let isLoggedIn = false;
  let folder: FolderName | null = null;

  const endLogin = (tag: string): Reply => {
    isLoggedIn = login === undefined;
    return { lines: [`${tag} ${login ?? 'OK Logged in; the practice network keeps no password'}`] };
  };
  return {
    hear(tag, command, line) {
      if (awaitedTag !== null) {
        const begun = awaitedTag;
        awaitedTag = null;
        return endLogin(begun);
      }
      if (command === 'AUTHENTICATE') {
        awaitedTag = tag;
        return { lines: ['+ '] };
      }
      if (command === 'LOGIN') return endLogin(tag);
      if (!isLoggedIn) return null;
      if (command === 'LIST') {
        const listed = ['* LIST (\\HasNoChildren) "/" INBOX', '* LIST (\\HasNoChildren \\Junk) "/" Junk'];
        return { lines: [...listed, `${tag} OK LIST done`] };
      }
      if (command === 'EXAMINE') {
        folder = /junk/i.test(line) ? 'Junk' : 'INBOX';
        const kept = office.messages(folder).length;
        return {
          lines: [
            `* ${kept} EXISTS`,
            `* OK [UIDNEXT ${office.nextUid(folder)}] next`,
            `${tag} OK [READ-ONLY] done`,
          ],
        };
      }
      if (command === 'UID' && folder !== null) return uid(tag, line, office.messages(folder));
      return null;
    },
  };
}

function uid(tag: string, line: string, kept: readonly Kept[]): Reply {
  const from = /UID SEARCH UID (\d+):\*/i.exec(line)?.[1];
  if (from !== undefined) {
    const uids = kept.filter((one) => one.uid >= Number(from)).map((one) => one.uid);
    return { lines: [`* SEARCH ${uids.join(' ')}`.trimEnd(), `${tag} OK SEARCH done`] };
  }
  const fetched = kept.find((one) => one.uid === Number(/UID FETCH (\d+) /i.exec(line)?.[1]));
  if (!fetched) return { lines: [`${tag} OK FETCH done`] };
  const fields = /HEADER\.FIELDS \(([^)]*)\)/i.exec(line)?.[1];
  const lines = fields === undefined ? fetched.lines : [...headerOf(fetched.lines, fields), ''];
  const bytes = lines.reduce((sum, one) => sum + one.length + 2, 0);
  return {
    lines: [`* 1 FETCH (UID ${fetched.uid} BODY[] {${bytes}}`, ...lines, ')', `${tag} OK FETCH done`],
  };
}

function headerOf(lines: readonly string[], fields: string): string[] {
  const wanted = fields.toLowerCase().split(/\s+/);
  const kept: string[] = [];
  let isWanted = false;
  for (const line of lines.slice(0, lines.indexOf(''))) {
    if (!/^\s/.test(line)) isWanted = wanted.includes(line.split(':')[0]?.toLowerCase() ?? '');
    if (isWanted) kept.push(line);
  }
  return kept;
}
