import { useState } from 'react';
import type { Client, ClientGroup, ClientSettings, StepsClient } from '../../shared/clients/client.ts';
import { clients } from '../../shared/clients/index.ts';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { SettingsFile } from './settings-file.tsx';
import './settings-files.css';

type Loadable = Exclude<Client, StepsClient>;
const loadable = clients.filter((client): client is Loadable => client.kind !== 'steps');
const groups: readonly Exclude<ClientGroup, 'popular' | 'people' | 'devices'>[] = [
  'machines',
  'developers',
  'administrators',
];

/** The settings as files and codes: for those who load or send one; for servers, programs, and whoever runs a mail domain. */
export function SettingsFiles({ settings }: { readonly settings: ClientSettings }) {
  return (
    <Disclosure label={say('wizard.files.title')}>
      <div className="stack">
        <section className="stack">
          <h3>{say('wizard.files.people')}</h3>
          <FileList group="people" settings={settings} />
        </section>
        {groups.map((group) => (
          <Disclosure key={group} label={say(`wizard.files.${group}`)}>
            <FileList group={group} settings={settings} />
          </Disclosure>
        ))}
      </div>
    </Disclosure>
  );
}

/** The same for whoever came for the file of a server: these stand open, before all others. */
export function ServerFiles({ settings }: { readonly settings: ClientSettings }) {
  const [opened, setOpened] = useState<ClientGroup | null>('machines');
  return (
    <section className="card stack">
      <h2>{say('wizard.files.title')}</h2>
      {([...groups, 'people'] as const).map((group) => (
        <Disclosure
          key={group}
          label={say(`wizard.files.${group}`)}
          isOpen={opened === group}
          onToggle={(isOpen) => setOpened(isOpen ? group : null)}
        >
          <FileList group={group} settings={settings} />
        </Disclosure>
      ))}
    </section>
  );
}

type FileListProps = { readonly group: ClientGroup; readonly settings: ClientSettings };

function FileList({ group, settings }: FileListProps) {
  return (
    <ul className="settings-files">
      {loadable
        .filter((client) => client.group === group)
        .map((client) => (
          <SettingsFile key={client.id} client={client} settings={settings} />
        ))}
    </ul>
  );
}
