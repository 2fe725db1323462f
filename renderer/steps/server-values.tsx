import type { ClientSettings } from '../../shared/clients/client.ts';
import { findClient, renderClient } from '../../shared/clients/index.ts';
import { changeWord, passwordWords, userWords } from '../../shared/clients/words.ts';
import type { Server } from '../../shared/model/check.ts';
import type { Change } from '../../shared/model/finding.ts';
import { say } from '../../shared/text/index.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dotted } from '../ui/dotted.tsx';

type Row = {
  readonly label: string;
  readonly value: string;
  readonly field?: Change['field'];
  readonly isCopied: boolean;
};

type ServerValuesProps = {
  readonly server: Server;
  readonly settings: ClientSettings;
  readonly change: readonly Change[] | null;
  /** Whose values these are; said with every Copy button too, since there may be two servers on a screen. */
  readonly label: string;
};

/** One server's settings, each with its own Copy button, and what it says today where that differs. */
export function ServerValues({ server, settings, change, label }: ServerValuesProps) {
  return (
    <dl className="values" aria-label={label}>
      {rowsOf(server, settings).map((row) => {
        const old = change?.find(({ field }) => field === row.field);
        return (
          <div key={row.label} className={old ? 'value is-changed' : 'value'}>
            <dt>{row.label}</dt>
            <dd>
              {old && (
                <span className="value-old">
                  <span className="for-screen-readers">{say('wizard.settings.was')}</span>
                  <s>{changeWord(old.field, old.from)}</s> <span aria-hidden="true">→</span>
                  <span className="for-screen-readers">{say('wizard.settings.becomes')}</span>{' '}
                </span>
              )}
              {row.isCopied ? (
                <span className="value-new">
                  <Dotted name={row.value} />
                </span>
              ) : (
                <span className="value-words">{row.value}</span>
              )}
            </dd>
            <dd className="value-copy">
              {row.isCopied && (
                <CopyButton
                  text={row.value}
                  words={copyWords()}
                  name={say('wizard.copy.name', { what: `${row.label}, ${label}` })}
                />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Copies all settings as one page of text. */
export function CopyAll({ settings }: { readonly settings: ClientSettings }) {
  const text = findClient('text');
  const page = text && renderClient(text, settings);
  if (!page?.ok) return null;
  return (
    <CopyButton
      text={page.value.text}
      words={{ ...copyWords(), copy: say('wizard.copy.all') }}
      name={say('wizard.copy.all')}
    />
  );
}

function copyWords() {
  return { copy: say('wizard.copy'), copied: say('wizard.copy.copied'), failed: say('wizard.copy.failed') };
}

function rowsOf(server: Server, settings: ClientSettings): readonly Row[] {
  return [
    { label: say('client.field.server'), value: server.host, field: 'host', isCopied: true },
    { label: say('client.field.port'), value: String(server.port), field: 'port', isCopied: true },
    {
      label: say('client.field.security'),
      value: say(`client.security.${server.security}`),
      field: 'security',
      isCopied: true,
    },
    {
      label: say('client.field.username'),
      value: userWords(server, settings),
      isCopied: server.username !== '',
    },
    { label: say('client.field.login'), value: passwordWords(server, settings), isCopied: false },
  ];
}
