import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { unbroken, unbrokenIn } from './unbroken.ts';

export type FieldProblem = { readonly fieldId: string; readonly message: string };

type QuestionProps = {
  readonly title: string;
  /** Drawn before the title, such as the sign of a verdict. */
  readonly mark?: ReactNode;
  readonly lead?: ReactNode;
  /** Where this screen stands, in words: "Step 2 of 5"; absent where it stands nowhere. */
  readonly progress?: string;
  readonly appName: string;
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
  /** The one way forward; Enter does the same. Never disabled. */
  readonly forward?: { readonly label: string; readonly onContinue: () => void } | undefined;
  /** Stands beside Continue. */
  readonly otherActions?: ReactNode;
  readonly problems?: readonly FieldProblem[];
  readonly problemTitle?: string;
  /** The problems are questions: nothing that was typed is at fault, so nothing is red. */
  readonly isAsked?: boolean;
  /** Counts refused attempts, so that the same problem takes focus again. */
  readonly refusals?: number;
  /** The window has just opened: leave the focus where the browser put it. */
  readonly isFirst: boolean;
  readonly children?: ReactNode;
  /** Stands below the actions: what not everybody needs to read before going on. */
  readonly below?: ReactNode;
};

/** One screen: Back, the heading that takes focus, what is wrong, the content, one Continue. */
export function Question(props: QuestionProps) {
  const { title, lead, progress, appName, back, forward, problems = [], refusals = 0, isFirst } = props;
  const headline = unbroken(title);
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLElement>(null);
  const wasFirst = useRef(isFirst);

  useEffect(() => {
    if (!wasFirst.current) heading.current?.focus();
    wasFirst.current = false;
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${headline} – ${appName}`;
  }, [headline, appName]);
  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    forward?.onContinue();
  };

  return (
    <form className={props.isAsked ? 'question is-asked' : 'question'} noValidate onSubmit={submit}>
      <div className="question-head">
        {back && (
          <button type="button" className="button button-link button-back" onClick={back.onBack}>
            <Icon name="back" size={16} />
            {back.label}
          </button>
        )}
        {progress !== undefined && <p className="progress">{progress}</p>}
        {props.mark}
        <h1 ref={heading} tabIndex={-1}>
          {headline}
        </h1>
        {lead && <div className="lead">{unbrokenIn(lead)}</div>}
      </div>
      {problems.length > 0 && (
        <section className="summary" ref={summary} tabIndex={-1} aria-labelledby="problem-title">
          <h2 id="problem-title">{props.problemTitle}</h2>
          <ul>
            {problems.map(({ fieldId, message }) => (
              <li key={fieldId}>
                <a href={`#${fieldId}`} onClick={focusField(fieldId)}>
                  {unbroken(message)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unbrokenIn(props.children)}
      {(forward || props.otherActions) && (
        <div className="question-actions">
          {forward && (
            <button type="submit" className="button button-main">
              {forward.label}
            </button>
          )}
          {props.otherActions}
        </div>
      )}
      {unbrokenIn(props.below)}
    </form>
  );
}

function focusField(fieldId: string) {
  return (event: { preventDefault(): void }) => {
    event.preventDefault();
    document.getElementById(fieldId)?.focus();
  };
}
