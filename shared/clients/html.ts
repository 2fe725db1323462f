import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { addressWords, userWords } from './words.ts';
import { xmlText } from './xml.ts';

/** One page to print or to send to somebody. It loads nothing and runs nothing, and says so to the browser. */
export const html: FileClient = {
  kind: 'file',
  id: 'html',
  name: 'A page to print or to send (HTML)',
  group: 'people',
  fileName: 'postway-mail-settings.html',
  mediaType: 'text/html; charset=utf-8',
  render: (settings) => {
    const { outgoing, incoming } = settings;
    const title = xmlText('mailAddress', say('client.text.title', { address: addressWords(settings) }));
    const lines = [
      '<!DOCTYPE html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${title}</title>`,
      `<style>${style}</style>`,
      '</head>',
      '<body>',
      `<h1>${title}</h1>`,
      ...table('person', person(settings)),
      `<h2>${say('client.text.outgoing')}</h2>`,
      ...table('outgoing', serverRows(outgoing)),
      ...(incoming === null
        ? []
        : [
            `<h2>${say('client.text.incoming', { protocol: incoming.protocol.toUpperCase() })}</h2>`,
            ...table('incoming', serverRows(incoming)),
          ]),
      `<h2>${say('client.text.notes')}</h2>`,
      '<ul>',
      ...notes.map((key) => `<li>${xmlText('note', say(key))}</li>`),
      '</ul>',
      '</body>',
      '</html>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}' +
  'th{text-align:left;font-weight:normal;padding-right:1.5rem;vertical-align:top}' +
  'td{font-weight:bold;overflow-wrap:anywhere;white-space:pre-wrap}';

const notes = [
  'client.text.note-order',
  'client.text.note-change-only',
  'client.text.note-password',
] as const;

type Row = readonly [label: string, field: string, value: string];

function person({ displayName, mailAddress }: ClientSettings): Row[] {
  const rows: Row[] = [
    [say('client.field.name'), 'displayName', displayName],
    [say('client.field.address'), 'mailAddress', mailAddress],
  ];
  return rows.filter(([, , value]) => value !== '');
}

function serverRows(server: Server): Row[] {
  const { protocol, host, port, security, auth } = server;
  const role = protocol === 'smtp' ? 'outgoing' : 'incoming';
  const login: Row[] =
    auth === 'none' ? [] : [[say('client.field.username'), `${role}.username`, userWords(server)]];
  return [
    [say('client.field.server'), `${role}.host`, host],
    [say('client.field.port'), `${role}.port`, String(port)],
    [say('client.field.security'), `${role}.security`, say(`client.security-words.${security}`)],
    ...login,
    [say('client.field.login'), `${role}.auth`, say(`client.login.${auth}`)],
  ];
}

function table(id: string, rows: readonly Row[]): string[] {
  return [
    `<table id="${id}">`,
    ...rows.map(
      ([label, field, value]) => `<tr><th scope="row">${label}</th><td>${element(field, value)}</td></tr>`,
    ),
    '</table>',
  ];
}

/** Text in an element, with the direction of its letters kept to itself. */
function element(field: string, value: string): string {
  return `<bdi>${xmlText(field, value)}</bdi>`;
}
