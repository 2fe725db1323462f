import { useState } from 'react';
import type { ChangePreview } from '../../shared/contract/contract.ts';
import { say } from '../../shared/text/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

type ChangePlanProps = {
  readonly address: string;
  readonly preview: ChangePreview;
  readonly onChange: () => void;
  readonly onUndo: () => void;
};

/** What would be changed, from what to what, in which file; and the button that does it. */
export function ChangePlan({ address, preview, onChange, onUndo }: ChangePlanProps) {
  const { changes, alsoUsedBy, file, isOpen, danger, canUndo } = preview;
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="stack">
      {changes.length > 0 && (
        <>
          <h3>{say('computer.change.would', { address })}</h3>
          <ul className="plain-list">
            {changes.map(({ label, from, to, name }) => (
              <li key={name}>
                {say('computer.change.row', { label, from, to })}
                <br />
                <span className="quiet small was-read-place">{name}</span>
              </li>
            ))}
          </ul>
          {alsoUsedBy.length > 0 && <p>{say('computer.change.also', { others: alsoUsedBy })}</p>}
          <p className="quiet small was-read-place">{say('computer.change.file', { file })}</p>
          {danger !== null && <Notice tone="warn">{say(danger)}</Notice>}
        </>
      )}
      <div className="row">
        {changes.length > 0 && !isOpen && (
          <button
            type="button"
            className="button button-main"
            onClick={danger === null ? onChange : () => setAsking(true)}
          >
            {say('computer.change.do')}
          </button>
        )}
        {canUndo && (
          <button type="button" className="button" onClick={onUndo}>
            {say('computer.change.undo-earlier')}
          </button>
        )}
      </div>
      {isAsking && (
        <Dialog
          title={say('computer.change.danger-title')}
          confirm={say('computer.change.danger-do')}
          cancel={say('computer.change.danger-cancel')}
          onConfirm={onChange}
          onCancel={() => setAsking(false)}
          isDestructive
        >
          {danger && say(danger)}
        </Dialog>
      )}
    </div>
  );
}
