import { useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/model/error-code.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Observation, Role } from '../../shared/model/observation.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { endWords } from '../picture/words.ts';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { TickBox } from '../ui/tick-box.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { certaintyWords } from './certainty.ts';
import { duration, endpointName, instant } from './format.ts';
import { ObservationFacts } from './observation-facts.tsx';
import { clockOf } from './proof-text.ts';

/** The proof: every finding with what it rests on, every attempt, and when it was made. */
export function Details({ report }: { readonly report: Report }) {
  const [isUtc, setUtc] = useKeptChoice('utc', '', false, (kept) => kept === true);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const toggle = (id: string, isOpen: boolean) => {
    const others = [...opened].filter((one) => one !== id);
    setOpened(new Set(isOpen ? [...others, id] : others));
  };
  const show = (id: string) => {
    toggle(id, true);
    const target = list.current?.querySelector(`[data-observation="${CSS.escape(id)}"] summary`);
    if (target instanceof HTMLElement) target.focus();
  };
  return (
    <div className="stack-wide" ref={list}>
      <section className="stack">
        <h2>{say('wizard.details.findings')}</h2>
        {report.findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two findings may share a code
          <FindingProof key={index} finding={finding} report={report} onShow={show} />
        ))}
      </section>
      <TickBox label={say('wizard.clock.in-utc')} isTicked={isUtc} onChange={setUtc} />
      {(['outgoing', 'incoming', 'reference', 'portal'] as const).map((role) => (
        <Attempts key={role} role={role} report={report} isUtc={isUtc} opened={opened} onToggle={toggle} />
      ))}
      <p className="quiet small">
        {say('wizard.details.made', {
          tool: report.tool.name,
          version: report.tool.version,
          when: instant(report.startedAt),
          duration: duration(report.elapsedMs),
        })}
      </p>
    </div>
  );
}

type FindingProofProps = {
  readonly finding: Finding;
  readonly report: Report;
  readonly onShow: (id: string) => void;
};

function FindingProof({ finding, report, onShow }: FindingProofProps) {
  const proof = report.observations.filter(({ id }) => finding.evidence.includes(id));
  return (
    <article className="proof">
      <h3>{unbroken(finding.headline)}</h3>
      <p className="quiet small">
        {say(`wizard.severity.${finding.severity}`)} · {certaintyWords(finding)} · <code>{finding.code}</code>
      </p>
      <p>{unbroken(finding.detail)}</p>
      {proof.length > 0 && (
        <div className="row proof-links">
          <span className="quiet small">{say('wizard.details.proof')}</span>
          {proof.map((seen) => (
            <button
              key={seen.id}
              type="button"
              className="button button-link small"
              onClick={() => onShow(seen.id)}
            >
              {seen.host} {seen.port}
            </button>
          ))}
        </div>
      )}
    </article>
  );
}

type AttemptsProps = {
  readonly role: Role;
  readonly report: Report;
  readonly isUtc: boolean;
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string, isOpen: boolean) => void;
};

function Attempts({ role, report, isUtc, opened, onToggle }: AttemptsProps) {
  const attempts = report.observations.filter((seen) => seen.role === role);
  if (attempts.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say(`wizard.details.role.${role}`)}</h2>
      <div className="attempts">
        {attempts.map((seen) => (
          <details
            key={seen.id}
            data-observation={seen.id}
            open={opened.has(seen.id)}
            onToggle={(event) => {
              const isOpen = event.currentTarget.open;
              if (isOpen !== opened.has(seen.id)) onToggle(seen.id, isOpen);
            }}
          >
            <summary>
              <AttemptLine seen={seen} clock={clockOf(report, seen, isUtc)} />
            </summary>
            <ObservationFacts seen={seen} />
          </details>
        ))}
      </div>
    </section>
  );
}

function AttemptLine({ seen, clock }: { readonly seen: Observation; readonly clock: string }) {
  return (
    <span className="attempt-line">
      <span className="attempt-host">{seen.host}</span>
      {seen.control === 'made-up-name' ? <MadeUpName seen={seen} /> : <HowItEnded seen={seen} />}
      <span className="quiet attempt-time">{clock}</span>
      <span className="quiet">{duration(seen.elapsedMs)}</span>
    </span>
  );
}

function HowItEnded({ seen }: { readonly seen: Observation }) {
  // What fails at others was asked for comparison, and is nothing bad.
  const bad = seen.role === 'reference' ? 'quiet' : 'tone-bad';
  return (
    <>
      <span className="quiet">{endpointName(seen)}</span>
      <span className={seen.outcome === 'ok' ? 'tone-good' : bad}>{endWords(seen)}</span>
    </>
  );
}

/** The name that cannot exist: unexplained it looks like a stranger's server that was called, and its right answer like a failure. */
function MadeUpName({ seen }: { readonly seen: Observation }) {
  const isFound = seen.outcome === 'ok';
  return (
    <>
      <span className="quiet">{say('wizard.details.made-up')}</span>
      <span className={isFound ? 'tone-warn' : 'quiet'}>
        {isFound ? say('wizard.details.made-up.found') : madeUpEnd(seen)}
      </span>
    </>
  );
}

function madeUpEnd(seen: Observation): string {
  const isDenied = seen.outcome === 'dns-error' && seen.error?.code !== ('no-dns-answer' satisfies ErrorCode);
  return isDenied ? say('wizard.details.made-up.missing') : endWords(seen);
}
