import type { Attempt } from '../../shared/ledger/attempts.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { say } from '../../shared/text/index.ts';
import { comparisonShown, comparisonUnderWay } from '../picture/comparison.ts';
import { type Lane, lanesOf, stoppedLanes } from '../picture/lanes.ts';
import { Picture } from '../picture/picture.tsx';
import { type Marked, spotsOf } from '../picture/rows.ts';
import { unbroken } from '../ui/unbroken.ts';

type WayProps = {
  readonly attempts: readonly Attempt[];
  readonly verdict?: Finding | undefined;
  readonly marked: Marked;
  readonly phase: 'running' | 'stopping' | 'ended' | 'interrupted';
};

/** The way that mail takes, drawn, with what the comparison with other providers shows below. */
export function Way({ attempts, verdict, marked, phase }: WayProps) {
  const seen = lanesOf(attempts, verdict, spotsOf(marked));
  const lanes = phase === 'stopping' || phase === 'interrupted' ? stoppedLanes(seen) : seen;
  return (
    <>
      <Picture lanes={lanes} marked={marked} isMoving={phase === 'running' || phase === 'stopping'} />
      {lanes.length === 0 && <p className="quiet">{say('wizard.check.looking-up')}</p>}
      <Comparison attempts={attempts} lanes={lanes} isRunning={phase === 'running'} />
    </>
  );
}

type ComparisonProps = Pick<WayProps, 'attempts'> & {
  readonly lanes: readonly Lane[];
  readonly isRunning: boolean;
};

function Comparison({ attempts, lanes, isRunning }: ComparisonProps) {
  if (isRunning) {
    const soFar = comparisonUnderWay(attempts);
    return soFar && <p className="quiet small">{unbroken(say(soFar))}</p>;
  }
  return (
    <>
      {comparisonShown(attempts, lanes).map((sentence) => (
        <p key={say(sentence)} className="comparison">
          {unbroken(say(sentence))}
        </p>
      ))}
    </>
  );
}
