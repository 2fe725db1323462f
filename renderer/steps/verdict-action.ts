import { useState } from 'react';
import { closedProvider } from '../../shared/model/claims.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { copyText } from '../ui/copy-button.tsx';
import { useWizard } from '../wizard/context.ts';
import { useChanged } from './changed.ts';
import { hasClicksToo, isSetByHand, type NextAction, nextAction, pageOf } from './next-action.ts';
import { usePlayedNetwork } from './played-network.ts';
import { proofText } from './proof-text.ts';

type Deed = { readonly words: string; readonly act: () => void };

/** What the main button of a verdict says and does, and what belongs beside it. */
export type VerdictAction = Deed & {
  readonly others: readonly Deed[];
  /** It, or what stands beside it, makes the check anew. */
  readonly isNewCheck: boolean;
  /** What came of it, where that is not seen. */
  readonly news: string;
};

const newChecks: readonly NextAction[] = ['again', 'changed', 'sign-in'];

/** The action that does what the verdict says. None for a new check where the report is from a file: that is about another day. */
export function useVerdictAction(report: Report | null, isOpened: boolean): VerdictAction | null {
  const checkAgain = useWizard((state) => state.checkAgain);
  const goTo = useWizard((state) => state.goTo);
  const startPractice = useWizard((state) => state.startPractice);
  const played = usePlayedNetwork();
  const arrive = useChanged();
  const [isDone, setDone] = useState(false);
  if (report === null) return null;
  const action = nextAction(report);
  const isNewCheck = newChecks.includes(action);
  if (isOpened && (isNewCheck || action === 'elsewhere')) return null;

  const open = () => {
    window.open(pageOf(action, report) ?? '', '_blank', 'noopener');
    setDone(true);
  };
  const only = (words: string, act: () => void) => ({ words, act, others: [], isNewCheck, news: '' });
  const otherAddress = { words: say('wizard.verdict.other-address'), act: () => goTo('address') };
  const byHand = isSetByHand(report) ? 'coach' : 'settings';
  const clicks = { words: say(`wizard.verdict.${byHand}`), act: () => goTo(byHand) };
  switch (action) {
    case 'coach':
    case 'settings':
      return only(say(`wizard.verdict.${action}`), () => goTo(action));
    case 'arrived':
      // Whoever is to look whether the program has them finds the window by the clicks.
      return {
        ...only(say('wizard.verdict.arrived'), arrive),
        others: isSetByHand(report) ? [clicks] : [],
      };
    case 'correct':
      return only(say('wizard.verdict.correct'), () => goTo('address'));
    case 'other-address':
      return only(otherAddress.words, otherAddress.act);
    case 'service': {
      const service = closedProvider(report.discovery)?.name ?? '';
      return {
        words: say('wizard.verdict.service', { service }),
        act: open,
        others: [otherAddress],
        isNewCheck,
        news: '',
      };
    }
    case 'tell': {
      // Where the clipboard is denied, the text stands on that screen to be chosen by hand.
      const copy = () => void copyText(proofText(report)).then((ok) => (ok ? setDone(true) : goTo('share')));
      return { ...only(say('wizard.verdict.tell'), copy), news: isDone ? say('wizard.verdict.told') : '' };
    }
    case 'sign-in': {
      const { practice } = report;
      const page = { words: say('wizard.verdict.sign-in'), act: practice ? () => setDone(true) : open };
      const signedIn = practice && played ? () => startPractice(played, true) : checkAgain;
      const again = { words: say('wizard.verdict.signed-in'), act: signedIn };
      const [first, second] = isDone ? [again, page] : [page, again];
      const news = isDone && practice ? say('wizard.verdict.sign-in-practice') : '';
      return { ...first, others: isDone && practice ? [] : [second], isNewCheck, news };
    }
    case 'elsewhere':
      return only(say('again.offer'), () => goTo('other-network'));
    case 'changed':
      return {
        ...only(say('wizard.verdict.changed'), checkAgain),
        others: hasClicksToo(report) ? [clicks] : [],
      };
    case 'again':
      return only(say('wizard.check.again'), checkAgain);
  }
}
