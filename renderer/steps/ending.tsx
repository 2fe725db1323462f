import { useState } from 'react';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useWizard } from '../wizard/context.ts';
import { SaveReport } from './save-report.tsx';

/** Keep the result, or begin anew. */
export function Ending({ report }: { readonly report: Report | null }) {
  const startAgain = useWizard((state) => state.startAgain);
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="ending">
      {report && <SaveReport />}
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {say('wizard.again')}
      </button>
      {isAsking && (
        <Dialog
          title={say('wizard.again.title')}
          confirm={say('wizard.again.confirm')}
          cancel={say('wizard.again.cancel')}
          onConfirm={startAgain}
          onCancel={() => setAsking(false)}
          isDestructive
        >
          {say('wizard.again.text')}
        </Dialog>
      )}
    </section>
  );
}
