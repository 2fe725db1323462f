import type { ClientSettings } from '../../shared/clients/client.ts';
import { findClient } from '../../shared/clients/index.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import { say } from '../../shared/text/index.ts';
import { DialogDrawing } from '../program/dialog-drawing.tsx';
import { withLikelyLanguage } from '../program/program-language.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWizard } from '../wizard/context.ts';

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

/** The windows in which the program chosen shows what it uses for sending, and the clicks that lead there. */
export function WhereToLook() {
  const program = useWizard((state) => state.answers.mailProgram);
  const variant = useWizard((state) => state.variant);
  const client = findClient(program);
  if (client?.kind !== 'steps') return null;
  const steps = client
    .steps(example, nearestVariant(client, example, withLikelyLanguage(variant)))
    .filter(({ fields }) => fields.some(({ isChanged }) => isChanged));
  if (steps.length === 0) return null;
  return (
    <Disclosure label={say('wizard.current.where', { program: client.name })}>
      <div className="stack">
        {steps.map((step) => (
          <div key={step.id} className="stack">
            {step.dialogs[0]?.title !== step.path.join() && <p>{step.path.join(' › ')}</p>}
            {step.dialogs.map((dialog) => (
              <DialogDrawing key={dialog.title} dialog={dialog} purpose="read" />
            ))}
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
