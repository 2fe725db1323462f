import type { ClientSettings } from '../../../shared/clients/client.ts';
import { aServer } from '../../support/builders.ts';

/** Settings that every exporter can carry, changed as asked. */
export function someSettings(change: Partial<ClientSettings> = {}): ClientSettings {
  return {
    outgoing: aServer(),
    incoming: aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }),
    mailAddress: 'you@example.org',
    displayName: 'You Yourself',
    change: [
      { field: 'port', from: '25', to: '587' },
      { field: 'security', from: 'none', to: 'starttls' },
    ],
    ...change,
  };
}
