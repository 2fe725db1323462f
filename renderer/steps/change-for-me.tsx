import { useEffect, useRef, useState } from 'react';
import type { ChangePreview } from '../../shared/contract/contract.ts';
import type { FoundAccount } from '../../shared/model/found-account.ts';
import { addressIn } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { Notice } from '../ui/notice.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { problemOf } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';
import { ChangePlan } from './change-plan.tsx';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'none'; readonly words: string }
  | { readonly kind: 'choice'; readonly accounts: readonly FoundAccount[] }
  | { readonly kind: 'looked'; readonly account: FoundAccount; readonly preview: ChangePreview }
  | { readonly kind: 'done'; readonly account: FoundAccount; readonly backup: string }
  | { readonly kind: 'undone'; readonly isWhole: boolean }
  | { readonly kind: 'failed'; readonly reason: string };

/** Whether Postway can put the settings in itself: Thunderbird was chosen, and the check was a real one made here. */
export function useCanChange(): boolean {
  return useWizard(
    ({ program, isOpened, run, app }) =>
      program === 'thunderbird' &&
      !isOpened &&
      run.checkId !== null &&
      run.report?.practice === false &&
      app?.practice === null,
  );
}

type ChangeForMeProps = {
  /** Told whether the settings are in. */
  readonly onChanged?: (isIn: boolean) => void;
};

/**
 * Puts the settings into Thunderbird on this computer, after showing what would change, and takes that back. Only for a check that was
 * made here: a report from a file may be about another computer, and practice has no real servers.
 */
export function ChangeForMe({ onChanged }: ChangeForMeProps) {
  const computer = useWizard((state) => state.computer);
  const checkId = useWizard(({ run }) => (run.report === null ? null : run.checkId));
  const address = useWizard(({ run }) => (run.report && addressIn(run.report)) ?? '');
  const isOffered = useCanChange();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const heading = useRef<HTMLHeadingElement>(null);
  const isIn = state.kind === 'done' || (state.kind === 'looked' && state.preview.changes.length === 0);
  useEffect(() => onChanged?.(isIn), [onChanged, isIn]);
  const isBusy = state.kind === 'busy';
  useEffect(() => {
    // The button that was pressed has gone away, and the question before a danger with it; what comes stands below.
    if (isBusy) heading.current?.focus();
  }, [isBusy]);
  if (!isOffered || checkId === null) return null;

  /** Shows that something is under way, then what came of it. */
  const during = async (words: string, act: () => Promise<State>) => {
    setState({ kind: 'busy', words });
    try {
      setState(await act());
    } catch (error) {
      setState({ kind: 'failed', reason: say(problemOf(error).message) });
    }
  };
  const lookAt = async (account: FoundAccount): Promise<State> => {
    const preview = await computer['computer.preview']({ accountId: account.id, checkId });
    return { kind: 'looked', account, preview };
  };
  const look = (account?: FoundAccount) =>
    during(say('computer.change.looking'), async () => {
      if (account) return lookAt(account);
      const { accounts } = await computer['computer.find']({});
      const own = accounts.filter(
        (one) => one.program === 'thunderbird' && one.address.toLowerCase() === address.toLowerCase(),
      );
      const [only, other] = own;
      if (only === undefined) return { kind: 'none', words: noneWords(address) };
      return other === undefined ? lookAt(only) : { kind: 'choice', accounts: own };
    });
  const change = (account: FoundAccount, { previewId, danger }: ChangePreview) =>
    during(say('computer.change.doing'), async () => {
      const { backup } = await computer['computer.apply']({
        previewId,
        ...(danger !== null && { allowPlain: true }), // the plan has asked
      });
      return { kind: 'done', account, backup };
    });
  const undo = (account: FoundAccount) =>
    during(say('computer.change.doing'), async () => {
      const { isWhole } = await computer['computer.undo']({ accountId: account.id });
      return { kind: 'undone', isWhole };
    });

  return (
    <section className="card stack" aria-labelledby="change-for-me">
      <h2 id="change-for-me" ref={heading} tabIndex={-1}>
        {say('computer.change.title')}
      </h2>
      <p>{unbroken(say('computer.change.lead'))}</p>
      <div role="status" className="stack">
        <Words state={state} />
      </div>
      {state.kind === 'choice' && (
        <Choices
          id="account-to-change"
          label={say('computer.change.which')}
          choices={state.accounts.map(({ id, address: label, profile, readFrom }) => ({
            value: id,
            label,
            hint: `${profile}, ${readFrom}`,
          }))}
          value={null}
          onChange={(id) => void look(state.accounts.find((one) => one.id === id)) /* ends in words */}
        />
      )}
      {state.kind === 'looked' && (
        <ChangePlan
          address={state.account.address}
          preview={state.preview}
          onChange={() => void change(state.account, state.preview) /* ends in words, never rejects */}
          onUndo={() => void undo(state.account) /* ends in words, never rejects */}
        />
      )}
      <div className="row">
        {state.kind === 'done' && (
          <button
            type="button"
            className="button"
            onClick={() => void undo(state.account) /* ends in words */}
          >
            {say('computer.change.undo')}
          </button>
        )}
        {state.kind !== 'busy' && state.kind !== 'done' && (
          <button
            type="button"
            className="button"
            onClick={() => void look() /* ends in words, never rejects */}
          >
            {say(state.kind === 'idle' ? 'computer.change.look' : 'computer.change.again')}
          </button>
        )}
      </div>
    </section>
  );
}

function noneWords(address: string): string {
  return address === '' ? say('computer.change.none-no-address') : say('computer.change.none', { address });
}

/** What a screen reader hears when something has happened. */
function Words({ state }: { readonly state: State }) {
  switch (state.kind) {
    case 'busy':
    case 'none':
      return <p>{state.words}</p>;
    case 'looked':
      if (state.preview.isOpen && state.preview.changes.length > 0) {
        return <Notice tone="warn">{say('computer.change.open')}</Notice>;
      }
      return state.preview.changes.length === 0 ? (
        <Notice tone="good">{say('computer.change.already')}</Notice>
      ) : (
        <p className="for-screen-readers">
          {say('computer.change.would', { address: state.account.address })}
        </p>
      );
    case 'done':
      return (
        <Notice tone="good">
          <p>{say('computer.change.done')}</p>
          <p className="quiet small">{say('computer.change.backup', { file: state.backup })}</p>
        </Notice>
      );
    case 'undone':
      return (
        <Notice tone="good">
          {say(state.isWhole ? 'computer.change.undone-whole' : 'computer.change.undone')}
        </Notice>
      );
    case 'failed':
      return <Notice tone="warn">{say('computer.change.failed', { reason: state.reason })}</Notice>;
    case 'choice':
      return <p className="for-screen-readers">{say('computer.change.which')}</p>;
    case 'idle':
      return null;
  }
}
