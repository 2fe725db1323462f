import { useState } from 'react';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { keepChoice, useKeptChoice } from '../ui/kept-choice.ts';
import { useWizard } from '../wizard/context.ts';
import { SaveReport } from './save-report.tsx';

/** Keep the result, or begin anew. */
export function Ending({ report }: { readonly report: Report | null }) {
  const startAgain = useWizard((state) => state.startAgain);
  const [isAsking, setAsking] = useState(false);
  const about = report?.startedAt ?? '';
  const [isSaved, setSaved] = useKeptChoice('saved', about, false, (kept) => kept === true);
  return (
    <section className="ending">
      {report && <SaveReport onSaved={() => setSaved(true)} />}
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {say('wizard.again')}
      </button>
      {isAsking && (
        <Dialog
          title={say('wizard.again.title')}
          confirm={say('wizard.again.confirm')}
          cancel={say('wizard.again.cancel')}
          onConfirm={() => {
            keepChoice(sessionStorage, 'place-now', 'now', '');
            startAgain();
          }}
          onCancel={() => setAsking(false)}
          isDestructive
        >
          {say(isSaved ? 'wizard.again.text-saved' : 'wizard.again.text')}
        </Dialog>
      )}
    </section>
  );
}
