import type { Control } from '../../shared/clients/dialog.ts';
import { changedWords } from '../../shared/clients/words.ts';
import { say } from '../../shared/text/index.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ControlShape, type Purpose } from './control-shape.tsx';

type ControlDrawingProps = {
  readonly control: Control;
  readonly purpose: Purpose;
  /** The turn of the next click, after all that is set. */
  readonly nextTurn: number;
};

/** One control as a list item: what the window shows, and below it what is ours: the turn, the mark, the note, Copy. */
export function ControlDrawing({ control, purpose, nextTurn }: ControlDrawingProps) {
  const { set, isNext, indent, isDisabled } = control;
  const isMarked = purpose === 'set' ? set !== undefined : set?.isChanged === true;
  const isNextClick = purpose === 'set' && isNext === true;
  const classes = [
    'drawn-control',
    `is-${control.kind}`,
    isMarked && 'is-marked',
    purpose === 'set' && set !== undefined && 'has-turn',
    isNextClick && 'is-next',
    indent !== undefined && `is-indented-${indent}`,
    isDisabled && 'is-disabled',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      {isMarked && purpose === 'set' && <Turn turn={set?.turn ?? 1} />}
      <ControlShape control={control} purpose={purpose} />
      {isNextClick && <NextClick turn={nextTurn} />}
      {isMarked && purpose === 'set' && <Marks control={control} />}
    </li>
  );
}

/** The number that says when this control has its turn. */
function Turn({ turn }: { readonly turn: number }) {
  return (
    <span className="drawn-turn" lang={say.language}>
      <span className="for-screen-readers">{say('wizard.drawn.turn')} </span>
      {turn}
    </span>
  );
}

/** Says in words which button or tab is pressed next, when all else has had its turn. */
export function NextClick({ turn }: { readonly turn: number }) {
  return (
    <span className="drawn-next" lang={say.language}>
      {turn > 1 && <span className="drawn-next-turn">{turn}</span>}
      {say('wizard.drawn.next')}
    </span>
  );
}

/** What is ours and stands in no window: whether it changes, what to copy, what to choose from, what to know. */
function Marks({ control }: { readonly control: Control }) {
  const { label, set } = control;
  if (set === undefined) return null;
  const typed = (control.kind === 'text' || control.kind === 'number') && !control.isStandIn && control.value;
  const choices = control.kind === 'drop-down' && control.choices.length > 1 ? control : null;
  if (!set.isChanged && !typed && !choices && set.note === undefined) return null;
  return (
    <div className="drawn-marks" lang={say.language}>
      {(set.isChanged || typed) && (
        <span className="drawn-beside">
          {set.isChanged && <span className="badge">{changedWords(set.was)}</span>}
          {typed && (
            <CopyButton
              text={typed}
              words={{
                copy: say('wizard.copy'),
                copied: say('wizard.copy.copied'),
                failed: say('wizard.copy.failed'),
              }}
              name={say('wizard.copy.name', { what: label.replace(/\s?:$/, '') })}
            />
          )}
        </span>
      )}
      {choices && (
        <p className="drawn-choices">
          {say('wizard.drawn.choices')}{' '}
          {choices.choices.map((choice, index) => (
            <span key={choice}>
              {index > 0 && ' · '}
              {choice === choices.value ? <strong>{choice}</strong> : choice}
            </span>
          ))}
        </p>
      )}
      {set.note !== undefined && <p>{set.note}</p>}
    </div>
  );
}
