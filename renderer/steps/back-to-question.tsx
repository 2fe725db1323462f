import { say } from '../../shared/text/index.ts';
import { useWizard } from '../wizard/context.ts';

/** Every answer leads back to the question. */
export type BranchProps = { readonly onBack: () => void };

/** The same, and the way to somebody who helps. */
export function BackOrTell({ onBack }: BranchProps) {
  const goTo = useWizard((state) => state.goTo);
  return (
    <>
      <BackToQuestion onBack={onBack} />
      <button type="button" className="button button-link" onClick={() => goTo('share')}>
        {say('sharing.offer')}
      </button>
    </>
  );
}

export function BackToQuestion({ onBack }: BranchProps) {
  return (
    <button type="button" className="button" onClick={onBack}>
      {say('wizard.arrived.back')}
    </button>
  );
}
