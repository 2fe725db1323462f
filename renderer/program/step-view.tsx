import { useEffect, useRef } from 'react';
import type { Step } from '../../shared/clients/client.ts';
import { say } from '../../shared/text/index.ts';
import { Notice } from '../ui/notice.tsx';
import { TickBox } from '../ui/tick-box.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { DialogDrawing } from './dialog-drawing.tsx';

type StepViewProps = {
  readonly step: Step;
  readonly number: number;
  readonly count: number;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  /** Its heading takes the focus, because the person has just come to this step. */
  readonly takesFocus: boolean;
};

/** One step: where it is, what to do, the windows drawn, and a box to tick it off. */
export function StepView({ step, number, count, isTicked, onTick, takesFocus }: StepViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className={isTicked ? 'program-step is-ticked' : 'program-step'}>
      <div className="program-body">
        <h3 ref={heading} tabIndex={-1}>
          <span className="program-progress">{say('wizard.program.step', { number, count })}</span>
          {step.title}
        </h3>
        {step.path.length > 0 && <Path path={step.path} />}
        <p>{unbroken(step.text)}</p>
        {step.notes.length > 0 && (
          <Notice>
            {step.notes.map((note) => (
              <p key={note} className="small">
                {note}
              </p>
            ))}
          </Notice>
        )}
        {step.dialogs.map((dialog) => (
          <DialogDrawing key={dialog.title} dialog={dialog} purpose="set" />
        ))}
        <TickBox label={say('wizard.program.done', { number })} isTicked={isTicked} onChange={onTick} />
      </div>
    </div>
  );
}

function Path({ path }: { readonly path: readonly string[] }) {
  return (
    <p className="program-path">
      <span className="quiet">{say('wizard.program.where')} </span>
      {path.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words repeat along a path, and their places never change
        <span key={index}>
          {index > 0 && <span className="quiet"> › </span>}
          <span className="program-click">{part}</span>
        </span>
      ))}
    </p>
  );
}
