import { Component, type ReactNode } from 'react';
import { say } from '../../shared/text/index.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Question } from '../ui/question.tsx';

type MishapProps = {
  readonly children: ReactNode;
  /** Loads the window anew, which keeps what was found: a screen that could not be loaded stays failed until then. */
  readonly onAgain: () => void;
  readonly onStartAgain: () => void;
};
type MishapState = { readonly fault: string | null };

/** In place of a screen that ended because of a bug of ours, or could not be loaded: what happened, and two ways on. */
export class Mishap extends Component<MishapProps, MishapState> {
  override state: MishapState = { fault: null };

  static getDerivedStateFromError(error: unknown): MishapState {
    return { fault: faultOf(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    const { children, onAgain, onStartAgain } = this.props;
    if (fault === null) return children;
    const startAgain = () => {
      onStartAgain();
      this.setState({ fault: null });
    };
    return (
      // No alert: its heading takes the focus, and is told by that.
      <Question
        title={say('wizard.mishap.title')}
        lead={say('wizard.mishap.lead')}
        appName={say('wizard.app')}
        forward={{ label: say('wizard.mishap.again'), onContinue: onAgain }}
        otherActions={
          <>
            <button type="button" className="button" onClick={startAgain}>
              {say('wizard.mishap.start')}
            </button>
            <CopyButton
              text={fault}
              name={say('wizard.mishap.copy')}
              words={{
                copy: say('wizard.mishap.copy'),
                copied: say('wizard.mishap.copied'),
                failed: say('wizard.mishap.copy-failed'),
              }}
            />
          </>
        }
        isFirst={false}
      >
        <p className="quiet small fixed">{fault}</p>
      </Question>
    );
  }
}

/** What a report of the mistake needs, in at most 500 characters. */
export function faultOf(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
}
