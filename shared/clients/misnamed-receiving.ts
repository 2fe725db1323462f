import type { ClientSettings } from './client.ts';

/** The server that shows a certificate for another name when mail is received, and the one that takes its place. */
export type Misnamed = { readonly old: string; readonly host: string };

/** What has to change for receiving too; undefined where it stays as it is. */
export function misnamedReceiving({
  misnamedIncoming: old,
  incoming,
}: Pick<ClientSettings, 'incoming' | 'misnamedIncoming'>): Misnamed | undefined {
  return old === undefined || incoming === null ? undefined : { old, host: incoming.host };
}
