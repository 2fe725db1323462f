import type { ReactNode } from 'react';
import { type Observation, Stage, type TlsFacts } from '../../shared/model/observation.ts';
import { ownErrorWords } from '../../shared/model/own-error.ts';
import { saidByOthers } from '../../shared/model/said-by-others.ts';
import { say } from '../../shared/text/index.ts';
import { duration, instant } from './format.ts';

/** Everything that was seen in one attempt. Text from servers is shown as text and never as anything else. */
export function ObservationFacts({ seen }: { readonly seen: Observation }) {
  return (
    <dl className="facts">
      <Fact name="address">{seen.address ?? say('wizard.fact.no-address')}</Fact>
      <Fact name="stage">{say(`wizard.stage.${seen.stage}`)}</Fact>
      {seen.error && (
        <Fact name="error">
          <Mistake seen={seen} />
        </Fact>
      )}
      <Fact name="timings">{timingWords(seen)}</Fact>
      {seen.attempts !== undefined && seen.attempts > 1 && <Fact name="attempts">{seen.attempts}</Fact>}
      {seen.greeting !== undefined && (
        <Fact name="greeting">
          <code className="server-text">{seen.greeting}</code>
        </Fact>
      )}
      {seen.capabilities && seen.capabilities.length > 0 && (
        <Fact name="capabilities">
          <code className="server-text">{seen.capabilities.join('\n')}</code>
        </Fact>
      )}
      {seen.auth && (
        <Fact name="auth">{seen.auth.length > 0 ? seen.auth.join(', ') : say('wizard.fact.auth-none')}</Fact>
      )}
      {seen.injectedBytes !== undefined && seen.injectedBytes > 0 && (
        <Fact name="injected">{say('wizard.fact.injected-bytes', { bytes: seen.injectedBytes })}</Fact>
      )}
      {seen.web && (
        <Fact name="web">
          {say('wizard.fact.web-status', { status: seen.web.status })} {seen.web.location}
        </Fact>
      )}
      {seen.operator !== undefined && <Fact name="operator">{seen.operator}</Fact>}
      {seen.tls && <Certificate tls={seen.tls} />}
    </dl>
  );
}

/** What went wrong, in the reader's words, and what the other side said of it. */
function Mistake({ seen }: { readonly seen: Observation }) {
  const { outcome, error } = seen;
  const code = error?.code ?? '';
  const words = ownErrorWords(code);
  const others = saidByOthers(seen);
  return (
    <>
      {words === null ? say(`wizard.outcome.${outcome}`) : say(words)} <code>({code})</code>{' '}
      {others !== '' && <code className="server-text">{others}</code>}
    </>
  );
}

function Certificate({ tls }: { readonly tls: TlsFacts }) {
  return (
    <>
      <Fact name="tls">
        {tls.version}, {tls.cipher}
      </Fact>
      <Fact name="trust">
        {tls.trusted
          ? say('wizard.fact.trusted')
          : say(`wizard.certificate.${tls.problem ?? 'untrusted-issuer'}`)}
      </Fact>
      <Fact name="names">{tls.names.join(', ') || tls.subject}</Fact>
      <Fact name="issuer">{tls.issuer}</Fact>
      <Fact name="validity">
        {say('wizard.fact.valid-between', { from: instant(tls.validFrom), to: instant(tls.validTo) })}
      </Fact>
      <Fact name="fingerprint">
        <code>{tls.fingerprint256}</code>
      </Fact>
    </>
  );
}

type FactName =
  | 'address'
  | 'stage'
  | 'error'
  | 'timings'
  | 'attempts'
  | 'greeting'
  | 'capabilities'
  | 'auth'
  | 'injected'
  | 'web'
  | 'operator'
  | 'tls'
  | 'trust'
  | 'names'
  | 'issuer'
  | 'validity'
  | 'fingerprint';

function Fact({ name, children }: { readonly name: FactName; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{say(`wizard.fact.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function timingWords({ timings }: Observation): string {
  const parts = Stage.options.flatMap((stage) => {
    const ms = stage === 'done' ? undefined : timings[stage];
    return ms === undefined ? [] : [`${say(`wizard.stage.${stage}`)} ${duration(ms)}`];
  });
  return parts.join(' · ') || say('wizard.fact.no-timings');
}
