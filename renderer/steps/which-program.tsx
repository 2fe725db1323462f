import { guessedChoice, type Place, places, placeWith, stepsChoicesIn } from '../../shared/clients/choice.ts';
import { nameWords } from '../../shared/clients/words.ts';
import { say } from '../../shared/text/index.ts';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useWizard } from '../wizard/context.ts';

/** Programs that send from their maker's computers: what this network blocks does not matter to them. */
const inTheCloud = ['new-outlook', 'outlook-mobile', 'gmail-send-as'] as const;

/** On which device, and which mail program is it? Both may be left open; a program that is known of answers both. */
export function WhichProgram() {
  const program = useWizard((state) => state.answers.mailProgram);
  const answer = useWizard((state) => state.answer);
  const chooseProgram = useWizard((state) => state.chooseProgram);
  const [asked, setAsked] = useKeptChoice<Place | ''>('place-now', 'now', '', (kept) =>
    places.some(({ id }) => id === kept),
  );
  const likeliest = asked || guessedChoice({ system: navigator.userAgent }).place;
  const place = program === '' ? asked : placeWith(program, likeliest);
  const { usual, others } = place === '' ? { usual: [], others: [] } : stepsChoicesIn(place);
  const cloud = inTheCloud.find((id) => id === program);
  const open = { value: '', label: say('computer.program.open') } as const;
  return (
    <>
      <SelectField
        id="mail-place"
        label={say('choice.question.place')}
        options={[open, ...places.map(({ id, name }) => ({ value: id, label: say(name) }))]}
        value={place}
        onChange={(chosen) => {
          setAsked(chosen);
          answer({ mailProgram: '' });
        }}
      />
      {place !== '' && (
        <SelectField
          id="mail-program"
          label={say('computer.program.question')}
          options={[
            open,
            ...[...usual, ...others].map(({ client }) => ({
              value: client.id,
              label: nameWords(client.name),
            })),
          ]}
          value={program}
          onChange={(mailProgram) => {
            answer({ mailProgram });
            if (mailProgram !== '') chooseProgram(mailProgram);
          }}
        />
      )}
      <div role="status">{cloud && <Notice>{say(`computer.cloud.${cloud}`)}</Notice>}</div>
    </>
  );
}
