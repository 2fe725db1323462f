import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings } from './client.ts';

/** The first way with the other kind of encryption that the same check saw to be safe. */
function otherEncryption({
  outgoing,
  alternatives = [],
  isForComparing,
}: ClientSettings): Server | undefined {
  // Where these wait for something else, another way waits for it too.
  if (isForComparing) return undefined;
  return alternatives.find(({ security }) => security !== 'none' && security !== outgoing.security);
}

/** As `otherEncryption`, for words that name a port alone. */
function otherPort(settings: ClientSettings): Server | undefined {
  const { outgoing, alternatives = [] } = settings;
  return otherEncryption({
    ...settings,
    alternatives: alternatives.filter(({ host }) => host === outgoing.host),
  });
}

/** What to try where a device does not come through with one kind of encryption; nothing where only one is known to work. */
export function otherWay(settings: ClientSettings): string[] {
  const other = otherEncryption(settings);
  if (other === undefined) return [];
  const { host, port, security } = other;
  return [say('client.device.other-way', { host, port, security: said(`client.security.${security}`) })];
}

/** Of a form with one box for both kinds of encryption: that STARTTLS may be the one that it cannot do. */
export function sslBoxNote(settings: ClientSettings): string[] {
  const { outgoing, isForComparing } = settings;
  if (outgoing.security !== 'starttls' || isForComparing) return [];
  const other = otherPort(settings);
  return [
    say.together([
      say('client.device.ssl-box'),
      ...(other ? [say('client.device.ssl-box-other', { port: outgoing.port, other: other.port })] : []),
    ]),
  ];
}

/** Of Canon's: where encryption is switched on, and that old ones may do with STARTTLS alone. */
export function canonNote(settings: ClientSettings): string[] {
  const { outgoing } = settings;
  if (outgoing.security === 'none') return [];
  const other = outgoing.security === 'tls' ? otherPort(settings) : undefined;
  return [
    say.together([
      say('client.device.canon'),
      ...(other ? [say('client.device.canon-other', { port: outgoing.port, other: other.port })] : []),
    ]),
  ];
}
