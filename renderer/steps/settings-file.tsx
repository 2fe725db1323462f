import { type ReactNode, useState } from 'react';
import type { ClientSettings, CodeClient, FileClient } from '../../shared/clients/client.ts';
import { html } from '../../shared/clients/html.ts';
import { clientCode, passwordCode, renderClient } from '../../shared/clients/index.ts';
import { qrLabel, qrPath } from '../../shared/clients/qr-code.ts';
import type { Wanted } from '../../shared/clients/variant.ts';
import { nameWords } from '../../shared/clients/words.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { chosenProgram } from '../program/chosen-program.ts';
import { withLikelyLanguage } from '../program/program-language.ts';
import { CodeDrawing } from '../ui/code-drawing.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWizard } from '../wizard/context.ts';
import { PasswordCode } from './password-code.tsx';
import { SaveButton } from './save-report.tsx';

type SettingsFileProps<T = FileClient | CodeClient> = {
  readonly client: T;
  readonly settings: ClientSettings;
};

/** One file or code: what it is, what it warns of, what happens when it is opened, and then the buttons. */
export function SettingsFile({ client, settings }: SettingsFileProps) {
  return client.kind === 'code' ? (
    <PasswordCodeEntry client={client} settings={settings} />
  ) : (
    <FileEntry client={client} settings={settings} />
  );
}

function FileEntry({ client, settings }: SettingsFileProps<FileClient>) {
  const saveFile = useWizard((state) => state.saveFile);
  const [isCodeShown, setCodeShown] = useState(false);
  const file = renderClient(client, settings);
  if (!file.ok) return <Entry client={client} problem={file.problem} />;
  const code = clientCode(client, settings);
  // People load, send or scan these; nobody pastes them.
  const isCopied = client.group !== 'people';
  return (
    <Entry
      client={client}
      below={
        isCodeShown &&
        code?.ok && (
          <CodeDrawing
            size={code.value.size}
            path={qrPath(code.value)}
            label={qrLabel('Thunderbird for Android')}
          />
        )
      }
    >
      {client === html && <PageButtons settings={settings} />}
      {code?.ok && (
        <button
          type="button"
          className="button button-small"
          aria-expanded={isCodeShown}
          aria-label={say(isCodeShown ? 'wizard.code.hide-name' : 'wizard.code.show-name', {
            what: client.name,
          })}
          onClick={() => setCodeShown(!isCodeShown)}
        >
          {say(isCodeShown ? 'wizard.code.hide' : 'wizard.code.show')}
        </button>
      )}
      {isCopied && (
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
    </Entry>
  );
}

/** Paper, and in the desktop app a PDF; a browser's own print dialog can save one. */
function PageButtons({ settings }: { readonly settings: ClientSettings }) {
  const isDesktop = useWizard((state) => state.app?.isDesktop ?? false);
  const savePage = useWizard((state) => state.savePage);
  const id = useWizard((state) => chosenProgram(state.program));
  const variant = useWizard((state) => state.variant);
  return (
    <>
      {isDesktop && (
        <SaveButton
          save={() => savePage(pageOf(settings, id, variant))}
          label={say('wizard.files.pdf')}
          isSmall
        />
      )}
      <button type="button" className="button button-small" onClick={() => window.print()}>
        {say(isDesktop ? 'wizard.files.print' : 'wizard.files.print-or-pdf')}
      </button>
    </>
  );
}

/** What the page is made of: these settings, and the program whose steps stand on it. */
function pageOf(settings: ClientSettings, id: string, variant: Wanted) {
  const { language, version = '', way = '' } = withLikelyLanguage(variant);
  return {
    ...settings,
    change: settings.change && [...settings.change],
    warnings: settings.warnings && [...settings.warnings],
    first: settings.first && [...settings.first],
    logins: settings.logins && [...settings.logins],
    alternatives: settings.alternatives && [...settings.alternatives],
    program: { id, language, version, way },
  };
}

function PasswordCodeEntry({ client, settings }: SettingsFileProps<CodeClient>) {
  const [isOpen, setOpen] = useState(false);
  // Asked with a stand-in, so that settings no code can say are told before a password is typed.
  const code = passwordCode(client, settings, 'x');
  if (!code.ok) return <Entry client={client} problem={code.problem} />;
  return (
    <Entry
      client={client}
      below={isOpen && <PasswordCode client={client} settings={settings} onClose={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="button button-small"
        aria-haspopup="dialog"
        aria-label={say('wizard.code.show-name', { what: client.name })}
        onClick={() => setOpen(true)}
      >
        {say('wizard.code.show-dialog')}
      </button>
    </Entry>
  );
}

type EntryProps = {
  readonly client: FileClient | CodeClient;
  /** Why these settings cannot be had in this form. */
  readonly problem?: Problem;
  /** The buttons. */
  readonly children?: ReactNode;
  readonly below?: ReactNode;
};

function Entry({ client, problem, children, below }: EntryProps) {
  return (
    <li className="settings-file">
      <div className="settings-file-words">
        <strong>{nameWords(client.name)}</strong>
        {problem ? (
          <p className="quiet small">{say('wizard.files.refused', { reason: problem.message })}</p>
        ) : (
          <>
            {client.warning && (
              <p className="settings-file-warning small">
                <Icon name="warn" size={16} />
                <span>{say(client.warning)}</span>
              </p>
            )}
            {client.note && <p className="quiet small">{say(client.note)}</p>}
          </>
        )}
      </div>
      {children && <div className="settings-file-buttons">{children}</div>}
      {below}
    </li>
  );
}
