import { useState } from 'react';
import type { Step } from '../../shared/clients/client.ts';
import { say } from '../../shared/text/index.ts';
import { StepView } from './step-view.tsx';

type StepPlayerProps = {
  /** Its ticks begin with this id. */
  readonly program: string;
  readonly steps: readonly Step[];
  readonly ticked: readonly string[];
  readonly onTick: (id: string, isTicked: boolean) => void;
};

/** One step after the other, beginning with the first that is not ticked off, or all of them at once. */
export function StepPlayer({ program, steps, ticked, onTick }: StepPlayerProps) {
  const idOf = (step: Step) => `${program}.${step.id}`;
  const [place, setPlace] = useState(() => {
    const open = steps.findIndex((step) => !ticked.includes(idOf(step)));
    return { index: open === -1 ? steps.length - 1 : open, hasMoved: false };
  });
  const [isAll, setAll] = useState(false);
  const index = Math.min(place.index, steps.length - 1);
  const step = steps[index];
  if (!step) return null;

  const goTo = (to: number) => setPlace({ index: to, hasMoved: true });
  const view = (one: Step, at: number) => (
    <StepView
      key={idOf(one)}
      step={one}
      number={at + 1}
      count={steps.length}
      isTicked={ticked.includes(idOf(one))}
      onTick={(isTicked) => onTick(idOf(one), isTicked)}
      takesFocus={!isAll && place.hasMoved}
    />
  );
  return (
    <div className="stack">
      {isAll ? (
        <ol className="program-steps">
          {steps.map((one, at) => (
            <li key={idOf(one)}>{view(one, at)}</li>
          ))}
        </ol>
      ) : (
        <>
          {view(step, index)}
          <div className="program-moves">
            {index > 0 && (
              <button type="button" className="button" onClick={() => goTo(index - 1)}>
                {say('wizard.program.back-one')}
              </button>
            )}
            {index < steps.length - 1 && (
              <button
                type="button"
                className="button button-main"
                onClick={() => {
                  onTick(idOf(step), true);
                  goTo(index + 1);
                }}
              >
                {say('wizard.program.next-click')}
              </button>
            )}
          </div>
        </>
      )}
      <button
        type="button"
        className="button button-link program-all"
        aria-pressed={isAll}
        onClick={() => setAll(!isAll)}
      >
        {say('wizard.program.all')}
      </button>
    </div>
  );
}
