import { useState } from 'react';
import type { Argument } from '../../shared/contract/contract.ts';
import type { Act, ActKind } from '../../shared/model/act.ts';
import type { Provider } from '../../shared/model/check.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TickBox } from '../ui/tick-box.tsx';
import { Screen } from '../wizard/screen.tsx';
import type { Plan } from './use-act.ts';

type FormProps = {
  /** Null until it is known, or where a login goes nowhere. */
  readonly plan: Plan | null;
  readonly problem: Problem | null;
  /** The address that was checked; empty when it was a server or a domain. */
  readonly address: string;
  readonly isPractice: boolean;
  /** Where it wants something else than the account's password. */
  readonly provider: Provider | undefined;
  /** Logins refused so far. */
  readonly refused: number;
  /** What was tried last. */
  readonly last: Act | undefined;
  readonly onStart: (order: Omit<Argument<'act.start'>, 'checkId'>) => void;
};

/** `null`: left as it was suggested. */
type Typed = {
  readonly address: string;
  readonly user: string | null;
  readonly to: string | null;
  readonly password: string;
};

type Wrong = 'address' | 'password' | 'consent' | null;

/** Asks for the password, and for what the person has to agree to. What is typed as the password is nobody's but this form's. */
export function SendTestForm(props: FormProps) {
  const { plan, problem, isPractice, provider, refused, last, onStart } = props;
  const [typed, setTyped] = useState<Typed>({ address: props.address, user: null, to: null, password: '' });
  const [isWatched, setWatched] = useState(false);
  const [isAgreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<Wrong>(null);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const mailbox = plan && typeof plan.mailbox !== 'string' ? plan.mailbox.host : null;
  const certificate = plan?.certificate ?? null;

  const missing = (): Wrong => {
    if (typed.address.trim() === '') return 'address';
    if (typed.password === '') return 'password';
    return certificate !== null && !isAgreed ? 'consent' : null;
  };
  const start = (kind: ActKind) => {
    const found = missing();
    setWrong(found);
    if (found !== null) return document.getElementById(`act-${found}`)?.focus();
    const { address, password } = typed;
    change({ password: '' });
    onStart({
      kind,
      address: address.trim(),
      password: new TextEncoder().encode(password),
      isWatched: isWatched && mailbox !== null,
      ...(typed.user !== null && { user: typed.user.trim() }),
      ...(typed.to !== null && { to: typed.to.trim() }),
      ...(certificate && { consent: certificate.fingerprint }),
    });
  };

  const host = plan?.host ?? '';
  const to = (typed.to ?? typed.address).trim();
  const isReady = plan !== null;
  return (
    <Screen
      title={say('sending.title')}
      progress={say('sending.progress')}
      lead={
        plan && to !== '' ? say('sending.lead', { host, port: plan.port, to }) : say('sending.lead.unknown')
      }
      forward={isReady ? say('sending.send') : undefined}
      onContinue={() => start('message')}
      otherActions={
        isReady && (
          <button type="button" className="button" onClick={() => start('login')}>
            {say('sending.login-only')}
          </button>
        )
      }
    >
      {problem && (
        <div role="alert">
          <Notice tone="bad">{say('sending.problem', { reason: problem.message })}</Notice>
        </div>
      )}
      {isPractice && <Notice icon="practice">{say('sending.practice')}</Notice>}
      {provider && <OtherSecret provider={provider} />}
      {refused > 0 && (
        <Notice tone="warn">
          {say('sending.refused', { tries: refused, provider: provider?.name ?? host })}
        </Notice>
      )}
      {plan && (
        <>
          {props.address === '' && (
            <TextField
              id="act-address"
              type="email"
              inputMode="email"
              label={say('sending.address')}
              value={typed.address}
              onChange={(address) => change({ address })}
              problem={
                wrong === 'address' && typed.address.trim() === ''
                  ? say('sending.address.missing')
                  : undefined
              }
            />
          )}
          <OtherForm
            last={last}
            address={typed.address}
            onUser={(user) => {
              change({ user });
              document.getElementById('act-password')?.focus();
            }}
          />
          <TextField
            id="act-password"
            type="password"
            label={say('sending.password')}
            hint={
              isWatched && mailbox !== null && mailbox !== host
                ? say('sending.password.hint-both', { host, mailbox })
                : say('sending.password.hint', { host })
            }
            value={typed.password}
            onChange={(password) => change({ password })}
            problem={
              wrong === 'password' && typed.password === '' ? say('sending.password.missing') : undefined
            }
          />
          {typeof plan.mailbox === 'string' ? (
            <UnwatchedWords reason={plan.mailbox} />
          ) : (
            <TickBox
              label={say('sending.watch')}
              hint={say('sending.watch.hint', { mailbox: plan.mailbox.host })}
              isTicked={isWatched}
              onChange={setWatched}
            />
          )}
          {certificate && (
            <Certificate
              certificate={certificate}
              host={host}
              isAgreed={isAgreed}
              onAgree={setAgreed}
              isMissing={wrong === 'consent' && !isAgreed}
            />
          )}
          <Disclosure label={say('sending.more')}>
            <div className="stack">
              <TextField
                id="act-user"
                label={say('sending.user')}
                hint={say('sending.user.hint')}
                value={typed.user ?? (plan.user || typed.address)}
                onChange={(user) => change({ user })}
              />
              <TextField
                id="act-to"
                type="email"
                inputMode="email"
                label={say('sending.to')}
                hint={say('sending.to.hint')}
                value={typed.to ?? typed.address}
                onChange={(recipient) => change({ to: recipient })}
              />
            </div>
          </Disclosure>
        </>
      )}
    </Screen>
  );
}

/** What the provider wants in place of the account's password, before the wrong one is tried. */
function OtherSecret({ provider: { name, secret, secretAt } }: { readonly provider: Provider }) {
  if (secret === undefined || secret === 'password') return null;
  return (
    <Notice tone="warn">
      <p>{say(`discovery.secret.${secret}`, { name })}</p>
      {secretAt && <p>{say('sending.secret-at', { url: secretAt })}</p>}
    </Notice>
  );
}

/** Another form of the user name, offered where the refusal may be about that, and used only when it is pressed. */
function OtherForm({
  last,
  address,
  onUser,
}: {
  readonly last: Act | undefined;
  readonly address: string;
  readonly onUser: (user: string) => void;
}) {
  if (!last?.findings.some(({ code }) => code === 'login-name-form')) return null;
  const user = last.userForm === 'address' ? address.slice(0, address.lastIndexOf('@')) : address;
  if (user === '') return null;
  return (
    <div className="row">
      <button type="button" className="button button-small" onClick={() => onUser(user)}>
        {say('sending.try-form', { user })}
      </button>
      <span className="quiet small">{say('sending.type-again')}</span>
    </div>
  );
}

function UnwatchedWords({ reason }: { readonly reason: Extract<Plan['mailbox'], string> }) {
  if (reason !== 'pop3-only' && reason !== 'untrusted' && reason !== 'no-mailbox') return null;
  return <p className="quiet">{say(`sending.unwatched.${reason}`)}</p>;
}

type CertificateProps = {
  readonly certificate: NonNullable<Plan['certificate']>;
  readonly host: string;
  readonly isAgreed: boolean;
  readonly onAgree: (isAgreed: boolean) => void;
  readonly isMissing: boolean;
};

/** A certificate with a problem: what it says, and the person's word for this very one. */
function Certificate({ certificate, host, isAgreed, onAgree, isMissing }: CertificateProps) {
  const { subject, issuer, fingerprint } = certificate;
  return (
    <Notice tone="warn">
      <div className="stack" id="act-consent" tabIndex={-1}>
        <p>{say('sending.certificate', { host })}</p>
        <dl className="facts">
          <div>
            <dt>{say('sending.certificate.for')}</dt>
            <dd>{subject}</dd>
          </div>
          <div>
            <dt>{say('sending.certificate.by')}</dt>
            <dd>{issuer}</dd>
          </div>
          <div>
            <dt>{say('sending.certificate.fingerprint')}</dt>
            <dd className="act-fingerprint">{fingerprint}</dd>
          </div>
        </dl>
        {isMissing && (
          <p className="field-problem" role="alert">
            {say('sending.certificate.missing')}
          </p>
        )}
        <TickBox label={say('sending.certificate.consent')} isTicked={isAgreed} onChange={onAgree} />
      </div>
    </Notice>
  );
}
