import type { Act } from '../../shared/model/act.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { legsOf } from '../picture/act-legs.ts';
import { ActPicture } from '../picture/act-picture.tsx';
import { AdviceList } from '../ui/advice.tsx';
import { Notice, type Tone } from '../ui/notice.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { instant } from './format.ts';

type ActFinding = Act['findings'][number];

const good: readonly ActFinding['code'][] = ['login-accepted', 'message-accepted', 'message-arrived'];

function toneOf({ code, severity }: ActFinding): Tone {
  if (severity === 'problem') return 'bad';
  if (severity === 'warning') return 'warn';
  return good.includes(code) ? 'good' : 'plain';
}

type ActResultProps = {
  readonly act: Act;
  /** The first headline stands above it already. */
  readonly isTitled?: boolean;
};

/** How far a login or a message came, and what that means: the answer first, then what is worth knowing beside it. */
export function ActResult({ act, isTitled = false }: ActResultProps) {
  return (
    <div className="stack">
      <ActPicture legs={legsOf(act)} />
      {act.findings.map((finding, at) => (
        <Notice key={finding.code} tone={toneOf(finding)}>
          {(at > 0 || !isTitled) && (
            <p>
              <strong>{unbroken(finding.headline)}</strong>
            </p>
          )}
          {finding.detail !== '' && <p>{unbroken(finding.detail)}</p>}
          {finding.advice.length > 0 && <AdviceList lines={finding.advice} />}
        </Notice>
      ))}
    </div>
  );
}

/** What a report keeps of logins and messages, the last first. */
export function ActsOfReport({ report: { acts = [] } }: { readonly report: Report }) {
  if (acts.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{say('sending.done-before')}</h2>
      {acts.toReversed().map((act) => (
        <div key={act.startedAt} className="stack">
          <p className="quiet small">{instant(act.startedAt)}</p>
          <ActResult act={act} />
        </div>
      ))}
    </section>
  );
}
