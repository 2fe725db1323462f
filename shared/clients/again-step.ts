import { say } from '../text/index.ts';
import type { ClientSettings, Step } from './client.ts';
import type { Dialog } from './dialog.ts';
import { incomingControls } from './incoming-controls.ts';
import { plainSecurity } from './security-control.ts';
import { stepOf } from './step.ts';
import { sketchOf } from './steps.ts';

/** Where nothing can be changed. An account that fetches by POP3 may hold the only copy of its mail, so it stays. */
export function againStep(
  { title, frame }: Pick<Dialog, 'title'> & { readonly frame?: Dialog['frame'] },
  settings: ClientSettings,
): Step {
  const step = { id: 'again', title: say('client.again.title'), path: [] };
  const { incoming } = settings;
  if (incoming?.protocol === 'pop3') return stepOf({ ...step, text: say('client.again.pop3') });
  const notes = [say('client.again.pop3-warning')];
  const text = (key: 'client.again.add' | 'client.again.add-unknown') =>
    say.together([say(key), say('client.again.outbox')]);
  if (incoming === null) return stepOf({ ...step, text: text('client.again.add-unknown'), notes });
  const labels = {
    host: say('client.field.server'),
    port: say('client.field.port'),
    security: say('client.field.security'),
    user: say('client.field.username'),
    password: say('client.field.login'),
  };
  const groups = [{ controls: incomingControls(settings, labels, plainSecurity()) }];
  const dialog = sketchOf({ title, groups, ...(frame && { frame }) });
  return stepOf({ ...step, text: text('client.again.add'), notes, dialogs: [dialog] });
}
