import { say } from '../text/index.ts';
import type { ClientSettings, Step } from './client.ts';
import { otherWay } from './other-way.ts';
import { stepOf } from './step.ts';

/** By which this step is found among the others: it is about what follows when they did not help. */
export const deviceStepId = 'device';

/** What stops devices besides a wrong value: an age without today's encryption, a sender that is not the mailbox's. */
export function deviceStep({ isNas }: { readonly isNas?: true }, settings: ClientSettings | undefined): Step {
  const isPlain = settings?.outgoing.security === 'none';
  const step = { id: deviceStepId, title: say('client.device.title'), path: [] };
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
