import { type ReactNode, useState } from 'react';
import { guessedChoice, type Place, places, stepsChoicesIn } from '../../shared/clients/choice.ts';
import { nameWords } from '../../shared/clients/words.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { Notice } from '../ui/notice.tsx';

/** A program or device to choose, and in what it differs from those with a like name. */
export type Pick = { readonly id: string; readonly name: string; readonly looks?: string };

type ProgramChoiceProps = {
  /** What was chosen before; empty where nothing was. */
  readonly program: string;
  /** How the answers to the second question are offered. */
  readonly children: (picks: readonly Pick[], part: 'usual' | 'others') => ReactNode;
  /** Leads to the files, where they stand on another screen. */
  readonly toFiles?: ReactNode;
  /** What is about the program that was chosen: not shown while another device is looked at, where that program is not offered. */
  readonly about?: ReactNode;
};

/**
 * The two questions that find a program: "On which device?", answered already by what this computer calls itself or what was chosen before, and
 * "Which one looks like yours?".
 */
export function ProgramChoice({ program, children, toFiles, about }: ProgramChoiceProps) {
  // Another program that was chosen since brings its own device.
  const [place, setPlace] = useKeptChoice<Place>(
    'device',
    program,
    guessedChoice({ program, system: navigator.userAgent }).place,
    (kept) => places.some(({ id }) => id === kept),
  );
  const { usual, others } = picksIn(place);
  const isAmongOthers = others.some(({ id }) => id === program);
  return (
    <>
      <Choices
        id="program-place"
        label={say('choice.question.place')}
        layout="row"
        choices={places.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={place}
        onChange={setPlace}
      />
      {place === 'server' && (
        <Notice>
          <p>{say('choice.files')}</p>
          {toFiles}
        </Notice>
      )}
      {usual.length > 0 && children(usual, 'usual')}
      {usual.length === 0 && children(others, 'usual')}
      {usual.length > 0 && others.length > 0 && (
        <OtherPicks key={place} isOpen={isAmongOthers}>
          {children(others, 'others')}
        </OtherPicks>
      )}
      {[...usual, ...others].some(({ id }) => id === program) && about}
    </>
  );
}

function OtherPicks({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) {
  const [isShown, setShown] = useState(isOpen);
  return (
    <Disclosure label={say('choice.more')} isIndented={false} isOpen={isShown} onToggle={setShown}>
      {children}
    </Disclosure>
  );
}

function picksIn(place: Place): Readonly<Record<'usual' | 'others', readonly Pick[]>> {
  const { usual, others } = stepsChoicesIn(place);
  const picks = (some: typeof usual): Pick[] =>
    some.map(({ client: { id, name }, looks }) => ({
      id,
      name: nameWords(name),
      ...(looks && { looks: say(looks) }),
    }));
  return { usual: picks(usual), others: picks(others) };
}
