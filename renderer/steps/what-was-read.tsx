import type { ResultOf } from '../../shared/contract/contract.ts';
import type { FoundAccount, FoundServer } from '../../shared/model/found-account.ts';
import { say } from '../../shared/text/index.ts';
import { foundServerLine } from './format.ts';
import './what-was-read.css';

/** Everything that was read from this computer, where it stood, and what could not be read. */
export function WhatWasRead({ accounts, unread, places }: ResultOf<'computer.find'>) {
  return (
    <>
      {accounts.map((account) => (
        <dl key={account.id} className="was-read" aria-label={account.address}>
          {rowsOf(account).map(([label, ...lines]) => (
            <div key={label} className="was-read-row">
              <dt>{label}</dt>
              <dd>
                {lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ))}
      {unread.length > 0 && (
        <section>
          <h2 className="field-label">{say('computer.find.unread')}</h2>
          <ul className="plain-list">
            {unread.map(({ where, reason }) => (
              <li key={where}>
                <div className="was-read-place">{where}</div>
                {say(reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="field-label">{say('computer.find.places')}</h2>
        <ul className="plain-list">
          {places.map((place) => (
            <li key={place} className="was-read-place">
              {place}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function rowsOf(account: FoundAccount): [label: string, ...lines: string[]][] {
  const { profile, address, displayName, outgoing, incoming, readFrom } = account;
  return [
    [say('client.field.address'), address],
    ...(displayName === '' ? [] : [[say('computer.find.name'), displayName] as [string, string]]),
    [say('computer.find.outgoing'), ...serverLines(outgoing)],
    [say('computer.find.incoming'), ...serverLines(incoming)],
    [say('computer.find.profile'), profile],
    [say('computer.find.read-from'), readFrom],
  ];
}

function serverLines(server: FoundServer | null): string[] {
  if (server === null) return [say('computer.find.no-server')];
  const { username, auth } = server;
  return [
    foundServerLine(server),
    ...(username === '' ? [] : [say('labelled', { label: say('computer.find.user'), text: username })]),
    say('labelled', { label: say('computer.find.login'), text: say(`client.login.${auth}`) }),
  ];
}
