import { useState } from 'react';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { settledBy } from './settled-by.ts';

/** How sure the verdict is, and what would settle it: in view where it is not certain. */
export function HowSure({ report }: { readonly report: Report }) {
  const { verdict, input, observations } = report;
  const isCertain = verdict.confidence === 'certain';
  const [isOpen, setOpen] = useState(!isCertain);
  if (verdict.severity !== 'problem') return null;
  const isNameless = verdict.code === 'inconclusive'; // no cause was named of which to be sure
  const count = observations.filter(({ id }) => verdict.evidence.includes(id)).length;
  const confidence = (isCertain && count === 0) || isNameless ? null : verdict.confidence;
  const settled = settledBy(report);
  const title = titleOf(settled === null, isNameless);
  if (settled === null && confidence === null) return null;
  return (
    <Disclosure label={title} isOpen={isOpen} onToggle={setOpen}>
      <div className="stack how-sure">
        {confidence && (
          <p>
            {confidence === 'possible'
              ? say('wizard.sure.possible')
              : say(`wizard.sure.${confidence}`, { count })}
          </p>
        )}
        {input.references === false && <p>{say('wizard.sure.no-comparison')}</p>}
        {settled && <p>{say(settled)}</p>}
      </div>
    </Disclosure>
  );
}

function titleOf(isSettled: boolean, isNameless: boolean): string {
  if (isSettled) return say('wizard.sure.title.certain');
  return say(isNameless ? 'wizard.sure.title.open' : 'wizard.sure.title');
}
