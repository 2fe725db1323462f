import { say } from '../../shared/text/index.ts';
import { TextArea } from '../ui/text-area.tsx';
import { maxErrorChars } from '../wizard/answers.ts';
import { useWizard } from '../wizard/context.ts';

/** What the mail program says, as it was copied from there. */
export function ErrorField() {
  const errorText = useWizard((state) => state.answers.errorText);
  const answer = useWizard((state) => state.answer);
  return (
    <TextArea
      id="error-text"
      label={say('wizard.error.field')}
      hint={say('wizard.error.field-hint')}
      value={errorText}
      maxLength={maxErrorChars}
      onChange={(text) => answer({ errorText: text })}
    />
  );
}
