import type { Client, ClientGroup, ClientSettings } from '../../shared/clients/client.ts';
import { clients, renderClient } from '../../shared/clients/index.ts';
import { say } from '../../shared/text/index.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWizard } from '../wizard/context.ts';
import { SaveButton } from './save-report.tsx';

const groups: readonly Exclude<ClientGroup, 'popular'>[] = ['people', 'machines', 'administrators'];

/** The settings as files: for those who load or send one, for servers and scripts, for those who run a mail domain. */
export function SettingsFiles({ settings }: { readonly settings: ClientSettings }) {
  return (
    <Disclosure label={say('wizard.files.title')}>
      <div className="stack">
        {groups.map((group) => (
          <section key={group} className="stack">
            <h3>{say(`wizard.files.${group}`)}</h3>
            <ul className="settings-files">
              {clients
                .filter((client) => client.group === group && client.kind !== 'steps')
                .map((client) => (
                  <SettingsFile key={client.id} client={client} settings={settings} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Disclosure>
  );
}

function SettingsFile({ client, settings }: { readonly client: Client; readonly settings: ClientSettings }) {
  const saveFile = useWizard((state) => state.saveFile);
  const file = renderClient(client, settings);
  return (
    <li className="settings-file">
      <span>
        {client.name}
        {file.ok && client.kind !== 'steps' && client.note && (
          <span className="quiet small settings-file-note">{say(client.note)}</span>
        )}
        {!file.ok && (
          <span className="quiet small settings-file-note">
            {say('wizard.files.refused', { field: file.problem.field, reason: file.problem.message })}
          </span>
        )}
      </span>
      {file.ok && (
        <span className="settings-file-buttons">
          {file.value.encoding === undefined && (
            <CopyButton
              text={file.value.text}
              words={{
                copy: say('wizard.copy'),
                copied: say('wizard.copy.copied'),
                failed: say('wizard.copy.failed'),
              }}
              name={say('wizard.copy.name', { what: client.name })}
            />
          )}
          <SaveButton
            save={() => saveFile(file.value)}
            label={say('wizard.files.save')}
            name={say('wizard.files.save-name', { what: client.name })}
            isSmall
          />
        </span>
      )}
    </li>
  );
}
