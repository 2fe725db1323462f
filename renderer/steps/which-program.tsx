import { say } from '../../shared/text/index.ts';
import { Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useWizard } from '../wizard/context.ts';

/** The programs that most people use, by their ids; the last screen has them all. */
const programs = [
  'outlook',
  'new-outlook',
  'outlook-mac',
  'outlook-mobile',
  'thunderbird',
  'apple-mail-mac',
  'apple-mail-iphone',
  'gmail-send-as',
] as const;

/** Programs that send from their maker's computers: what this network blocks does not matter to them. */
const inTheCloud = ['new-outlook', 'outlook-mobile', 'gmail-send-as'] as const;

/** Which mail program is it? May be left open. */
export function WhichProgram() {
  const program = useWizard((state) => state.answers.mailProgram);
  const answer = useWizard((state) => state.answer);
  const chooseProgram = useWizard((state) => state.chooseProgram);
  const known = [...programs, 'other' as const].find((id) => id === program);
  const cloud = inTheCloud.find((id) => id === program);
  return (
    <>
      <SelectField
        id="mail-program"
        label={say('computer.program.question')}
        options={[
          { value: '', label: say('computer.program.open') },
          ...programs.map((id) => ({ value: id, label: say(`computer.program.${id}`) })),
          { value: 'other', label: say('computer.program.other') },
        ]}
        value={known ?? ''}
        onChange={(mailProgram) => {
          answer({ mailProgram });
          if (mailProgram !== '' && mailProgram !== 'other') chooseProgram(mailProgram);
        }}
      />
      <div role="status">{cloud && <Notice>{say(`computer.cloud.${cloud}`)}</Notice>}</div>
    </>
  );
}
