import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { refused } from './refused.ts';
import { isName, mailDomain, refuseIfMatches, type ServerRole } from './required.ts';

/** DNS records with which a domain tells mail programs its servers: RFC 6186, and RFC 8314 for those encrypted from the start. */
export const srv: FileClient = {
  kind: 'text',
  id: 'srv',
  name: said('client.name.srv'),
  group: 'administrators',
  sendsFrom: 'published',
  source: {
    name: 'RFC 2782, RFC 6186 and RFC 8314',
    url: 'https://www.rfc-editor.org/rfc/rfc6186',
    checked: '2026-11',
  },
  fileName: 'postway-srv-records.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'semicolon',
  note: 'client.file.srv',
  render: (settings) => {
    const { outgoing, incoming } = settings;
    const domain = mailDomain(settings);
    const lines = [
      comment(';', say('client.file.header'), say('client.file.srv')),
      ...(incoming === null ? [] : [record('incoming', incoming, domain)]),
      record('outgoing', outgoing, domain),
    ];
    return `${lines.join('\n')}\n`;
  },
};

const services: Readonly<Record<string, string>> = {
  'smtp starttls': '_submission',
  'smtp tls': '_submissions',
  'imap starttls': '_imap',
  'imap tls': '_imaps',
  'pop3 starttls': '_pop3',
  'pop3 tls': '_pop3s',
};

/** Priority 0, weight 1. RFC 2782: the target is a name, written whole, with a dot at its end. */
function record(role: ServerRole, server: Server, domain: string): string {
  const service = services[`${server.protocol} ${server.security}`];
  if (service === undefined) {
    throw refused(`${role}.security`, 'client.refuse.no-record');
  }
  if (!isName(server)) {
    throw refused(`${role}.host`, 'client.refuse.ip-record');
  }
  refuseIfMatches(`${role}.host`, server.host, /_/);
  return `${service}._tcp.${domain}. 3600 IN SRV 0 1 ${server.port} ${server.host.toLowerCase()}.`;
}
