import { entryNotes, rankReason, serverSaid } from '../../shared/discover/discovery-words.ts';
import { rankCandidates } from '../../shared/discover/rank.ts';
import type { DiscoveryEntry } from '../../shared/model/check.ts';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { duration } from './format.ts';
import './where-we-looked.css';

/** Every place that was asked for settings, what it said, and all of it merged, with reasons; closed until wanted. */
export function WhereWeLooked({ entries }: { readonly entries: readonly DiscoveryEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Disclosure label={say('wizard.looked.show')} openLabel={say('wizard.looked.hide')} isIndented={false}>
      <div className="stack-wide">
        <section className="stack">
          <h2>{say('wizard.looked.answers')}</h2>
          <p className="quiet small">{say('wizard.looked.untried')}</p>
          <ul className="looked">
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and a source may be asked twice
              <Answer key={index} entry={entry} />
            ))}
          </ul>
        </section>
        <Ranking entries={entries} />
      </div>
    </Disclosure>
  );
}

function Answer({ entry }: { readonly entry: DiscoveryEntry }) {
  const { source, asked, outcome, elapsedMs, servers } = entry;
  const told = [...servers.map(serverSaid), ...entryNotes(entry)];
  const facts = [...new Set(told.map((fact) => (typeof fact === 'string' ? fact : say(fact))))];
  return (
    <li>
      <span className="attempt-line">
        <span className="attempt-host">{say(`wizard.source.${source}`)}</span>
        <span className={outcome === 'found' ? 'tone-good' : 'quiet'}>
          {say(`wizard.discovery.${outcome}`)}
        </span>
        <span className="quiet attempt-time">{duration(elapsedMs)}</span>
      </span>
      <span className="fixed quiet small looked-asked">{asked}</span>
      {facts.length > 0 && (
        <ul className="plain-list small">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Ranking({ entries }: { readonly entries: readonly DiscoveryEntry[] }) {
  const ranking = rankCandidates(entries);
  if (ranking.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say('wizard.looked.ranking')}</h2>
      <ol className="looked-ranking small">
        {ranking.map((candidate) => {
          const { role, protocol, host, port, security } = candidate;
          return (
            <li key={`${role} ${protocol} ${host} ${port} ${security}`}>
              <span className="attempt-host">{`${host}:${port}`}</span>{' '}
              <span className="quiet">
                {say('labelled', {
                  label: `${say(`discovery.security.${security}`)}, ${say(role === 'outgoing' ? 'wizard.looked.sending' : 'wizard.looked.receiving')}`,
                  text: say(rankReason(candidate, entries)),
                })}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
