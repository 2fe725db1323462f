import type { ClientSettings } from '../../shared/clients/client.ts';
import { outlook } from '../../shared/clients/outlook.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import { say } from '../../shared/text/index.ts';
import { DialogDrawing } from './dialog-drawing.tsx';

/** Made up, and only to show where such values stand. */
const example: ClientSettings = {
  outgoing: {
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 25,
    security: 'none',
    username: '',
    auth: 'password-cleartext',
    source: 'user',
  },
  incoming: null,
  mailAddress: '',
  displayName: '',
  // Marks the three that are asked for.
  change: [
    { field: 'host', from: '', to: '' },
    { field: 'port', from: '', to: '' },
    { field: 'security', from: '', to: '' },
  ],
};

/** The two windows in which Outlook shows what it uses for sending. */
export function WhereInOutlook() {
  const steps = outlook.steps(example, nearestVariant(outlook, example, {}));
  const dialogs = ['server', 'advanced'].flatMap((id) => steps.find((step) => step.id === id)?.dialogs ?? []);
  return (
    <div className="stack">
      <p>{say('wizard.where.text')}</p>
      {dialogs.map((dialog) => (
        <DialogDrawing key={dialog.title} dialog={dialog} purpose="read" />
      ))}
      <p className="quiet small">{say('wizard.where.other')}</p>
    </div>
  );
}
