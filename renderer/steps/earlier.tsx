import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptCheck, ResultOf } from '../../shared/contract/contract.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { Icon } from '../ui/icon.tsx';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { Notice } from '../ui/notice.tsx';
import { TickBox } from '../ui/tick-box.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { problemOf } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ForgetDialog, type Forgetting } from './forget-dialog.tsx';
import { instant } from './format.ts';
import './second-look.css';

type Kept = ResultOf<'history.list'>;

/** Beside the course: the checks that were kept, to open, to compare and to forget. */
export function EarlierStep() {
  const { kept, problem, news, setProblem, forget, keep } = useKept();
  const [chosen, setChosen] = useKeptChoice<readonly string[]>('earlier', '', [], areIds);
  const [isTold, setTold] = useState(false);
  const [asking, setAsking] = useState<Forgetting | null>(null);
  const openKept = useWizard((state) => state.openKept);
  const compareKept = useWizard((state) => state.compareKept);
  const isPractice = useWizard(({ app }) => app !== null && app.practice !== null);
  const checks = kept?.checks ?? [];
  const none = isPractice ? 'earlier.none-practice' : kept?.isKept ? 'earlier.none' : 'earlier.none-off';
  const { list, leave } = useFocusInList(checks.length);
  const [one, other] = checks.map(({ id }) => id).filter((id) => chosen.includes(id));

  const compareChosen = async () => {
    setTold(one === undefined || other === undefined);
    if (one !== undefined && other !== undefined) setProblem(await compareKept(one, other));
  };
  // The last two that were ticked are compared.
  const choose = (id: string, isTicked: boolean) => {
    const others = chosen.filter((each) => each !== id);
    setChosen(isTicked ? [...others, id].slice(-2) : others);
    setTold(false);
  };

  return (
    <Screen
      title={say('earlier.title')}
      lead={say('earlier.lead')}
      progress={say('earlier.progress')}
      forward={checks.length > 1 ? say('earlier.compare') : undefined}
      onContinue={() => void compareChosen() /* never rejects */}
      // Both stay in view beside a long list.
      otherActions={
        <div role="alert">
          {isTold && <Notice tone="warn">{say('earlier.choose-two')}</Notice>}
          {problem && <Notice tone="bad">{say(problem.message)}</Notice>}
        </div>
      }
      below={
        <>
          <p className="for-screen-readers" role="status">
            {news}
          </p>
          {kept === null && !problem && <p className="quiet">{say('earlier.loading')}</p>}
          {kept !== null && checks.length === 0 && <p className="quiet">{say(none)}</p>}
          {checks.length > 0 && (
            <div className="row">
              <button type="button" className="button button-small" onClick={() => setAsking('all')}>
                {say('earlier.forget-all')}
              </button>
            </div>
          )}
          {checks.length > 0 && (
            <ul className="kept-checks" ref={list}>
              {checks.map((check, at) => (
                <Row
                  key={check.id}
                  check={check}
                  choice={checks.length > 1 ? { isChosen: chosen.includes(check.id), choose } : null}
                  onOpen={async () => setProblem(await openKept(check.id))}
                  onForget={() => setAsking({ id: check.id, at })}
                />
              ))}
            </ul>
          )}
          {asking && (
            <ForgetDialog
              asked={asking}
              count={checks.length}
              onConfirm={() => {
                setAsking(null);
                leave(asking === 'all' ? 0 : asking.at);
                void forget(asking === 'all' ? 'all' : asking.id); // never rejects
              }}
              onCancel={() => setAsking(null)}
            />
          )}
        </>
      }
    >
      {kept !== null && (
        <TickBox
          label={say('earlier.keep')}
          hint={say('earlier.keep-hint')}
          isTicked={kept.isKept}
          onChange={(isKept) => void keep(isKept) /* never rejects */}
        />
      )}
    </Screen>
  );
}

function areIds(kept: unknown): boolean {
  return Array.isArray(kept) && kept.every((id) => typeof id === 'string');
}

/** The list as the backend has it, and what changes it. Nothing here rejects. */
function useKept() {
  const backend = useWizard((state) => state.computer);
  const isConnected = useWizard((state) => state.isConnected);
  const [kept, setKept] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [news, setNews] = useState('');

  const after = useCallback(
    async (change: () => Promise<string>) => {
      setNews(''); // the same words twice are told twice
      try {
        const said = await change();
        setKept(await backend['history.list']({}));
        setNews(said);
        setProblem(null);
      } catch (error) {
        setProblem(problemOf(error));
      }
    },
    [backend],
  );
  useEffect(() => {
    if (isConnected) void after(async () => '');
  }, [isConnected, after]);

  return {
    kept,
    problem,
    news,
    setProblem,
    forget: (id: string) =>
      after(async () => {
        const { forgotten } = await backend['history.forget']({ id });
        return say('earlier.forgotten', { count: forgotten });
      }),
    keep: (isKept: boolean) =>
      after(async () => {
        await backend['history.set']({ isKept });
        return '';
      }),
  };
}

/**
 * The button that forgets a check goes with it: the focus goes to the one that is in its place, the last one, or the heading where none is
 * left. `count`: how many there are.
 */
function useFocusInList(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever there are fewer
  useEffect(() => {
    const at = left.current;
    left.current = null;
    if (at === null || (document.activeElement ?? document.body) !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>('button[data-forgets]') ?? [];
    (buttons[Math.min(at, buttons.length - 1)] ?? document.querySelector('h1'))?.focus();
  }, [count]);
  return {
    list,
    leave: (at: number) => {
      left.current = at;
    },
  };
}

type RowProps = {
  readonly check: KeptCheck;
  /** Null where there is nothing to compare with. */
  readonly choice: {
    readonly isChosen: boolean;
    readonly choose: (id: string, isTicked: boolean) => void;
  } | null;
  readonly onOpen: () => Promise<void>;
  readonly onForget: () => void;
};

function Row({ check, choice, onOpen, onForget }: RowProps) {
  const { id, subject, headline, works } = check;
  const names = { subject, when: instant(check.startedAt) };
  return (
    <li className="kept-check">
      {choice ? (
        <input
          type="checkbox"
          aria-label={say('earlier.choose', names)}
          checked={choice.isChosen}
          onChange={(event) => choice.choose(id, event.target.checked)}
        />
      ) : (
        <span />
      )}
      <div>
        <p>
          <strong>
            <bdi>{subject}</bdi>
          </strong>{' '}
          <span className="quiet small kept-check-when">{names.when}</span>
        </p>
        <p>
          <bdi>{unbroken(headline)}</bdi>
        </p>
        <p className="quiet small kept-check-state">
          <span className={works ? 'tone-good' : 'tone-bad'}>
            <Icon name={works ? 'good' : 'bad'} size={16} />
          </span>
          {say(works ? 'earlier.works' : 'earlier.works-not')}
        </p>
      </div>
      <div className="kept-check-buttons">
        <button
          type="button"
          className="button button-small"
          aria-label={say('earlier.open-name', names)}
          onClick={() => void onOpen() /* never rejects */}
        >
          {say('earlier.open')}
        </button>
        <button
          type="button"
          className="button button-small"
          aria-label={say('earlier.forget-name', names)}
          data-forgets
          onClick={onForget}
        >
          {say('earlier.forget')}
        </button>
      </div>
    </li>
  );
}
