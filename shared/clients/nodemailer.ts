import type { Server } from '../model/check.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { loginName, plainAddress } from './required.ts';

/**
 * Nodemailer's two arguments as JSON: `createTransport(transport, defaults)`. The password is to be added as `transport.auth.pass`
 * from the environment. JSON has no comments, so there are none.
 */
export const nodemailer: FileClient = {
  kind: 'file',
  id: 'nodemailer',
  name: 'Nodemailer (Node.js)',
  group: 'developers',
  source: {
    name: 'Nodemailer: mail sent with it',
    url: 'https://nodemailer.com/smtp/',
    checked: '2026-11',
  },
  fileName: 'postway-nodemailer.json',
  mediaType: 'application/json',
  comments: null,
  note: 'client.note.nodemailer',
  render: (settings) => `${JSON.stringify(options(settings), null, 2)}\n`,
};

function options(settings: ClientSettings) {
  const { outgoing, displayName } = settings;
  const user = loginName(outgoing);
  return {
    transport: {
      host: outgoing.host,
      port: outgoing.port,
      ...encryption[outgoing.security],
      ...(user === null ? {} : { auth: { user } }),
      ...(outgoing.auth === 'password-encrypted' ? { authMethod: 'CRAM-MD5' } : {}),
    },
    defaults: { from: { name: displayName, address: plainAddress(settings) } },
  };
}

/** Without `requireTLS` a missing STARTTLS would be passed over in silence. */
const encryption: Readonly<Record<Server['security'], object>> = {
  none: { secure: false, ignoreTLS: true },
  starttls: { secure: false, requireTLS: true },
  tls: { secure: true },
};
