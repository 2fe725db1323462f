import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { bracketedHost, plainAddress } from '../required.ts';
import { goLogin } from './go-login.ts';
import { iniValue } from './ini-value.ts';

/** The section `[smtp]` of Grafana's `grafana.ini`. The certificate is checked. */
export const grafana: FileClient = {
  kind: 'text',
  id: 'grafana',
  name: 'Grafana',
  group: 'developers',
  source: {
    name: "go-ini 1.67 reads it back; Grafana's source: setting_smtp.go, notifications/smtp.go",
    url: 'https://github.com/grafana/grafana/blob/main/pkg/setting/setting_smtp.go',
    checked: '2026-11-28',
  },
  fileName: 'postway-grafana.ini',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.grafana',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    // It knows encryption from the start by the port alone.
    if ((outgoing.security === 'tls') !== (outgoing.port === 465)) {
      throw refused('outgoing.port', 'client.refuse.tls-by-port');
    }
    const user = goLogin(outgoing);
    const host = `${bracketedHost(outgoing)}:${outgoing.port}`;
    const lines = [
      comment(
        '#',
        say('client.file.header'),
        say('client.file.grafana'),
        say('client.file.merge', { heading: '[smtp]' }),
      ),
      '[smtp]',
      'enabled = true',
      `host = ${iniValue('outgoing.host', host)}`,
      ...(user === null ? [] : [`user = ${iniValue('outgoing.username', user)}`, '# password = `PASSWORD`']),
      `from_address = ${iniValue('mailAddress', plainAddress(settings))}`,
      ...(displayName === '' ? [] : [`from_name = ${iniValue('displayName', displayName)}`]),
      'skip_verify = false',
      ...policies[outgoing.security],
    ];
    return `${lines.join('\n')}\n`;
  },
};

const policies: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['startTLS_policy = NoStartTLS'],
  starttls: ['startTLS_policy = MandatoryStartTLS'],
  tls: [],
};
