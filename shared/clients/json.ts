import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { adviceOf } from './login-advice.ts';
import { prefaceOf } from './preface.ts';

/** The settings as plain data, for people's own scripts. The names are those of the report. */
export const json: FileClient = {
  kind: 'file',
  id: 'json',
  canSignIn: true,
  name: said('client.name.json'),
  group: 'developers',
  sendsFrom: 'here',
  source: {
    name: "Postway's report, schema postway-report/2",
    checked: '2026-11',
  },
  fileName: 'postway-mail-settings.json',
  mediaType: 'application/json',
  comments: 'own',
  note: 'client.note.json',
  render: (settings) => {
    const { mailAddress, displayName, outgoing, incoming } = settings;
    const warnings = prefaceOf(settings);
    const advice = adviceOf(settings);
    const data = {
      ...(warnings.length > 0 && { warnings }),
      ...(advice.length > 0 && { advice }),
      // What is not known, as in a report that leaves out who it is of, is no empty value.
      ...(mailAddress !== '' && { mailAddress }),
      displayName,
      outgoing: withoutSource(outgoing),
      incoming: incoming === null ? null : withoutSource(incoming),
    };
    return `${JSON.stringify(data, null, 2)}\n`;
  },
};

function withoutSource({ protocol, host, port, security, auth, username }: Server) {
  return { protocol, host, port, security, auth, ...((username !== '' || auth === 'none') && { username }) };
}
