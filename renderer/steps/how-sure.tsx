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
  const count = observations.filter(({ id }) => verdict.evidence.includes(id)).length;
  const confidence = isCertain && count === 0 ? null : verdict.confidence;
  return (
    <Disclosure label={say('wizard.sure.title')} isOpen={isOpen} onToggle={setOpen}>
      <div className="stack how-sure">
        {confidence && (
          <p>
            {confidence === 'possible'
              ? say('wizard.sure.possible')
              : say(`wizard.sure.${confidence}`, { count })}
          </p>
        )}
        {input.references === false && <p>{say('wizard.sure.no-comparison')}</p>}
        <p>{say(settledBy(report))}</p>
      </div>
    </Disclosure>
  );
}
