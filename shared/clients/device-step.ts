import { say } from '../text/index.ts';
import type { ClientSettings, Step } from './client.ts';
import { otherWay } from './other-way.ts';
import { stepOf } from './step.ts';

/** What stops devices besides a wrong value: an age without today's encryption, a sender that is not the mailbox's. */
export function deviceStep({ isNas }: { readonly isNas?: true }, settings: ClientSettings | undefined): Step {
  const isPlain = settings?.outgoing.security === 'none';
  const step = { id: 'device', title: say('client.device.title'), path: [] };
  // Where the server itself knows no encryption, nothing on the device changes that.
  const user =
    settings?.outgoing.username === '' && settings.outgoing.auth !== 'none'
      ? [say('client.device.user')]
      : [];
  if (isPlain) return stepOf({ ...step, text: say.together([...user, say('client.device.plain')]) });
  return stepOf({
    ...step,
    text: say.together([
      ...user,
      say('client.device.old'),
      ...(settings === undefined ? [] : otherWay(settings)),
    ]),
    notes: [say('client.device.relay', { on: isNas ? 'nas' : 'other' })],
  });
}
