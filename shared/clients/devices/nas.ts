import type { StepsClient } from '../client.ts';
import { sheetClient } from '../sheet.ts';

type Nas = Pick<StepsClient, 'id' | 'name'> & {
  readonly path: readonly string[];
  readonly portLabel: string;
};

/** The notifications of a NAS: two makers' forms that one guide describes with the same fields. */
export function nasClient({ id, name, path, portLabel }: Nas): StepsClient {
  return sheetClient({
    id,
    name,
    group: 'devices',
    source: {
      name: "SimpleRelay's list of devices (a relay's own guide, 2026); no page of the maker's was found",
      checked: '2026-11-28',
    },
    platforms: ['web'],
    path,
    open: 'client.device.open',
    text: 'client.device.form',
    title: 'Email',
    fields: [
      { is: 'server', label: 'SMTP Server' },
      { is: 'port', label: portLabel },
      { is: 'security', label: 'Secure Connection' },
      { is: 'login-box', label: 'Authentication' },
      { is: 'user' },
      { is: 'password' },
      { is: 'sender', label: 'Sender email' },
    ],
    send: 'client.device.send-test',
    confirmedBy: 'others',
    isDevice: true,
  });
}
