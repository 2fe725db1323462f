import { useState } from 'react';
import type { ClientSettings, CodeClient } from '../../shared/clients/client.ts';
import { passwordCode } from '../../shared/clients/index.ts';
import { type QrCode, qrLabel, qrPath } from '../../shared/clients/qr-code.ts';
import { nameWords } from '../../shared/clients/words.ts';
import { say } from '../../shared/text/index.ts';
import { CodeDrawing } from '../ui/code-drawing.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';

type PasswordCodeProps = {
  readonly client: CodeClient;
  readonly settings: ClientSettings;
  readonly onClose: () => void;
};

/**
 * Takes the password for a code that holds it, and shows the code. Both are this dialog's alone: they reach neither the wizard's state nor
 * the backend, and are gone when it closes.
 */
export function PasswordCode({ client, settings, onClose }: PasswordCodeProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<QrCode | null>(null);
  const [problem, setProblem] = useState<string>();
  const draw = () => {
    const drawn = passwordCode(client, settings, password);
    setCode(drawn.ok ? drawn.value : null);
    if (drawn.ok) {
      setProblem(undefined);
      setPassword('');
      return;
    }
    const { field, message } = drawn.problem;
    const isPasswordMissing = field === 'password' && password === '';
    setProblem(
      isPasswordMissing
        ? say('wizard.code.password-missing')
        : say('wizard.files.refused', { reason: message }),
    );
  };
  return (
    <Dialog
      title={nameWords(client.name)}
      confirm={say('wizard.code.show')}
      cancel={say('wizard.code.close')}
      onConfirm={draw}
      onCancel={onClose}
      isFieldFirst
      isAnswered={code !== null}
    >
      {code === null ? (
        <div className="stack">
          {client.warning && <Notice tone="warn">{say(client.warning)}</Notice>}
          <p>{say(client.note)}</p>
          <TextField
            id="code-password"
            type="password"
            label={say('wizard.code.password')}
            hint={say('wizard.code.password-hint')}
            value={password}
            onChange={setPassword}
            problem={problem}
            onEnter={draw}
          />
        </div>
      ) : (
        <div className="stack" role="status">
          <p>{say('wizard.code.shown')}</p>
          <CodeDrawing size={code.size} path={qrPath(code)} label={qrLabel('Delta Chat')} />
        </div>
      )}
    </Dialog>
  );
}
