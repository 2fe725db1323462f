import { compare } from '../../shared/compare/compare.ts';
import type { Comparison, Difference } from '../../shared/compare/comparison.ts';
import { pairsOf } from '../../shared/compare/differences.ts';
import { comparisonIn, partiesSaid } from '../../shared/compare/words.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { endWords } from '../picture/words.ts';
import { AdviceList } from '../ui/advice.tsx';
import { Dotted } from '../ui/dotted.tsx';
import { Icon } from '../ui/icon.tsx';
import { ScrollingTable } from '../ui/scrolling.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { twoResults } from '../wizard/second-look.ts';
import { instant, serverLine } from './format.ts';
import { networkBetween, networksOf } from './network-between.ts';
import './second-look.css';

/** Two checks side by side, and what follows from both. */
export function ComparisonStep() {
  const older = useWizard((state) => twoResults(state)?.older ?? null);
  const newer = useWizard((state) => twoResults(state)?.newer ?? null);
  const seeResult = useWizard((state) => state.seeResult);
  const known = useWizard((state) => state.otherNetwork);
  const goTo = useWizard((state) => state.goTo);
  const isOpened = useWizard((state) => state.isOpened);
  if (older === null || newer === null) return null;
  const comparison = comparisonIn(compare(older, newer, networkBetween(older, newer, known)), say);
  const [first, ...others] = comparison.findings;
  // Where one of them found what is in the way, that is the one to go on from.
  const main =
    newer.verdict.severity !== 'problem' && older.verdict.severity === 'problem' ? 'older' : 'newer';
  return (
    <Screen
      title={first?.headline ?? ''}
      lead={<p>{unbroken(first?.detail ?? '')}</p>}
      progress={say('again.progress')}
      forward={say(`again.see-${main}`)}
      onContinue={() => seeResult(main)}
      otherActions={
        <>
          {!isOpened && isUsable(newer) && (
            <button
              type="button"
              className="button"
              onClick={() => {
                seeResult('newer');
                goTo('arrived');
              }}
            >
              {say('wizard.verdict.arrived')}
            </button>
          )}
          {!isOpened && (
            <button type="button" className="button" onClick={() => goTo('other-network')}>
              {say('again.third')}
            </button>
          )}
          <button type="button" className="button button-link" onClick={() => goTo('share')}>
            {say('sharing.offer')}
          </button>
        </>
      }
      below={
        <>
          <div className="two-checks">
            <Check which="older" report={older} isMain={main === 'older'} />
            <Check which="newer" report={newer} isMain={main === 'newer'} />
          </div>
          <Differences
            comparison={comparison}
            haveWaysInCommon={first?.code !== 'nothing-seen' && pairsOf(older, newer).length > 0}
          />
          {others.map(({ code, headline, detail }) => (
            <p key={code} className="quiet small">
              {unbroken(comparison.differences.length > 0 ? `${headline} ${detail}` : headline)}
            </p>
          ))}
        </>
      }
    >
      <Parties comparison={comparison} />
      <Advice advice={first?.advice ?? []} />
    </Screen>
  );
}

/** Mail can go out in the network of that check. */
function isUsable({ verdict, recommendation }: Report): boolean {
  return verdict.severity !== 'problem' && recommendation !== null;
}

function Parties({ comparison }: { readonly comparison: Comparison }) {
  const { cleared, left } = partiesSaid(comparison, say);
  if (cleared === null && left === null) return null;
  return (
    <ul className="parties">
      {cleared && (
        <li>
          <span className="tone-good">
            <Icon name="good" />
          </span>
          {cleared}
        </li>
      )}
      {left && (
        <li>
          <span className="tone-warn">
            <Icon name="warn" />
          </span>
          {left}
        </li>
      )}
    </ul>
  );
}

function Advice({ advice }: { readonly advice: readonly string[] }) {
  if (advice.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say('again.advice')}</h2>
      <AdviceList lines={advice} />
    </section>
  );
}

type CheckProps = {
  readonly which: 'older' | 'newer';
  readonly report: Report;
  /** The main button leads to its result already. */
  readonly isMain: boolean;
};

function Check({ which, report, isMain }: CheckProps) {
  const seeResult = useWizard((state) => state.seeResult);
  const { verdict, recommendation, network, startedAt } = report;
  const isFailing = verdict.severity === 'problem';
  const networks = networksOf(network);
  return (
    <section className="card stack">
      <div className="way-head">
        <h2>{say(`again.${which}`)}</h2>
        <span className={isFailing ? 'tone-bad' : 'tone-good'}>
          <Icon name={isFailing ? 'bad' : 'good'} />
        </span>
      </div>
      <p>
        <strong>{unbroken(verdict.headline)}</strong>
      </p>
      <p className="quiet small">
        {recommendation === null
          ? say('again.works-not')
          : unbroken(say('again.works', { server: serverLine(recommendation.outgoing) }))}
      </p>
      <p className="quiet small">
        {instant(startedAt)}
        {!report.practice && (
          <>
            <br />
            {networks.length === 0
              ? say('again.network-unknown')
              : say('again.network', { network: networks })}
          </>
        )}
      </p>
      {!isMain && (
        <div>
          <button type="button" className="button button-link" onClick={() => seeResult(which)}>
            {say(`again.see-${which}`)}
          </button>
        </div>
      )}
    </section>
  );
}

type DifferencesProps = {
  readonly comparison: Comparison;
  /** Some way was tried both times. */
  readonly haveWaysInCommon: boolean;
};

function Differences({ comparison: { differences }, haveWaysInCommon }: DifferencesProps) {
  if (!haveWaysInCommon) return null;
  if (differences.length === 0) return <p className="quiet">{say('again.no-differences')}</p>;
  return (
    <section className="stack">
      <h2>{say('again.differences')}</h2>
      <ScrollingTable
        label={say('again.differences')}
        columns={[say('again.way'), say('again.older'), say('again.newer')]}
      >
        {differences.map((one) => (
          <tr key={`${one.protocol} ${one.host} ${one.port} ${one.security}`}>
            <th scope="row">
              <Dotted name={serverLine(one)} />
            </th>
            <Fate fate={one.older} />
            <Fate fate={one.newer} />
          </tr>
        ))}
      </ScrollingTable>
    </section>
  );
}

function Fate({ fate }: { readonly fate: Difference['older'] }) {
  if (fate.doubted) return <td className="tone-warn">{say('again.doubted')}</td>;
  return <td className={fate.outcome === 'ok' ? 'tone-good' : 'tone-bad'}>{endWords(fate)}</td>;
}
