import type { Server } from '../model/check.ts';
import type { FileClient } from './client.ts';

/** The settings as plain data, for people's own scripts. The names are those of the report. */
export const json: FileClient = {
  kind: 'file',
  id: 'json',
  canSignIn: true,
  name: 'JSON, for your own scripts',
  group: 'developers',
  fileName: 'postway-mail-settings.json',
  mediaType: 'application/json',
  note: 'client.note.json',
  render: ({ mailAddress, displayName, outgoing, incoming }) => {
    const data = {
      mailAddress,
      displayName,
      outgoing: withoutSource(outgoing),
      incoming: incoming === null ? null : withoutSource(incoming),
    };
    return `${JSON.stringify(data, null, 2)}\n`;
  },
};

function withoutSource({ protocol, host, port, security, auth, username }: Server) {
  return { protocol, host, port, security, auth, username };
}
