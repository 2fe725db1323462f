import type { Server } from '../model/check.ts';
import { columnsOf } from '../text/columns.ts';
import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import { wrapText } from '../text/wrap.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { adviceOf } from './login-advice.ts';
import { prefaceOf } from './preface.ts';
import {
  accountNote,
  addressWords,
  anyProgram,
  changeLines,
  changeOf,
  passwordWords,
  providerHeading,
  receivingWords,
  userWords,
} from './words.ts';

/** Everything a person needs to type, for any program, on one plain page; each value on a line of its own. */
export const text: FileClient = {
  kind: 'text',
  id: 'text',
  canSignIn: true,
  name: said('client.name.text'),
  group: 'popular',
  source: {
    name: 'RFC 6409 and RFC 8314 (ports and words of submission)',
    url: 'https://www.rfc-editor.org/rfc/rfc8314',
    checked: '2026-11',
  },
  fileName: 'postway-mail-settings.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'own',
  note: 'client.note.text',
  render: (settings) => {
    const title = say('client.text.title', { address: addressWords(settings) });
    const advice = adviceOf(settings);
    const change = changeOf(settings);
    const parts = [
      `${title}\n${'='.repeat(Math.min(columnsOf(title), 72))}`,
      ...prefaceOf(settings).map((sentence) => wrapText(sentence, 76).join('\n')),
      person(settings),
      advice.length > 0 &&
        section(
          providerHeading(settings),
          advice.flatMap((sentence) => wrapText(sentence, 74)),
        ),
      change && section(say('client.text.change'), changeLines(change, settings)),
      section(say('client.text.outgoing'), serverLines(settings.outgoing, settings)),
      settings.incoming &&
        section(say('client.text.incoming', { protocol: settings.incoming.protocol.toUpperCase() }), [
          ...serverLines(settings.incoming, settings),
          '',
          ...wrapText(receivingWords(settings), 74),
        ]),
      section(
        say('client.any-program.title'),
        anyProgram(settings).flatMap((sentence, index) => item(`${index + 1}. `, sentence)),
      ),
      section(
        say('client.text.notes'),
        [say(accountNote(settings)), say('client.text.note-password')].flatMap((note) => item('- ', note)),
      ),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
  },
};

function person({ displayName, mailAddress }: ClientSettings): string {
  const rows: [string, string][] = [];
  if (displayName !== '') rows.push([say('client.field.name'), displayName]);
  if (mailAddress !== '') rows.push([say('client.field.address'), mailAddress]);
  return aligned(rows).join('\n');
}

function serverLines(server: Server, settings: ClientSettings): string[] {
  const rows: [string, string][] = [
    [say('client.field.server'), server.host],
    [say('client.field.port'), String(server.port)],
    [say('client.field.security'), say(`client.security-words.${server.security}`)],
  ];
  if (server.auth !== 'none') rows.push([say('client.field.username'), userWords(server, settings)]);
  rows.push([say('client.field.login'), passwordWords(server, settings)]);
  return aligned(rows);
}

/** A sentence behind its mark, its further lines below the first word. */
function item(mark: string, sentence: string): string[] {
  return wrapText(sentence, 74 - mark.length).map(
    (line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`,
  );
}

function section(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${`${name}:`.padEnd(width + 2)} ${value}`);
}
