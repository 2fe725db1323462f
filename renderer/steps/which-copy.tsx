import type { ReactNode } from 'react';
import type { ClientSettings, StepsClient, Variant } from '../../shared/clients/client.ts';
import { say } from '../../shared/text/index.ts';
import { VariantFields } from '../program/variant-fields.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';

type WhichCopyProps = {
  readonly client: StepsClient;
  readonly variant: Variant;
  readonly settings: ClientSettings;
  readonly onFound: () => void;
  readonly onAlone: () => void;
  /** The window of the present click in the copy that is chosen. */
  readonly children: ReactNode;
};

/** Asks which version and language of the program it is, when its windows look different, and shows the window with each answer. */
export function WhichCopy({ client, variant, settings, onFound, onAlone, children }: WhichCopyProps) {
  const chooseVariant = useWizard((state) => state.chooseVariant);
  useEscape(onFound);
  return (
    <Screen
      key="copy"
      title={say('wizard.coach.which-copy')}
      lead={say('wizard.coach.which-copy-lead')}
      forward={say('wizard.coach.found')}
      onContinue={onFound}
      onBack={onFound}
      otherActions={
        <button type="button" className="button button-link" onClick={onAlone}>
          {say('wizard.coach.none-fits')}
        </button>
      }
    >
      <div className="coach coach-copy">
        <div className="coach-words">
          <VariantFields
            client={client}
            variant={variant}
            ways={client.ways(settings, variant.version)}
            onChange={chooseVariant}
          />
        </div>
        <div className="coach-window">{children}</div>
      </div>
    </Screen>
  );
}
