import { say } from '../../shared/text/index.ts';

/** Every answer leads back to the question. */
export type BranchProps = { readonly onBack: () => void };

export function BackToQuestion({ onBack }: BranchProps) {
  return (
    <button type="button" className="button" onClick={onBack}>
      {say('wizard.arrived.back')}
    </button>
  );
}
