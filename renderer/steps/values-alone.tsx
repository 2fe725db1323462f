import { settingsFromReport } from '../../shared/clients/index.ts';
import { say } from '../../shared/text/index.ts';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { useChanged } from './changed.ts';
import { CopyAll, ServerValues } from './server-values.tsx';

/** The values for sending, for a program whose windows Postway does not know. */
export function ValuesAlone({ onBack }: { readonly onBack: () => void }) {
  const report = useWizard((state) => state.run.report);
  const goTo = useWizard((state) => state.goTo);
  const changed = useChanged();
  const settings = report && settingsFromReport(report);
  if (!settings?.ok) return null;
  const { value } = settings;
  return (
    <Screen
      key="values"
      title={say('wizard.settings.title')}
      lead={say('wizard.coach.values-lead')}
      onBack={onBack}
      forward={say('wizard.settings.done')}
      onContinue={changed}
      otherActions={
        <>
          <CopyAll settings={value} />
          <button type="button" className="button button-link" onClick={() => goTo('share')}>
            {say('sharing.offer')}
          </button>
          <button type="button" className="button button-link" onClick={() => goTo('settings')}>
            {say('wizard.verdict.all-settings')}
          </button>
        </>
      }
    >
      {value.warnings?.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      <section className="card stack">
        <ServerValues
          server={value.outgoing}
          settings={value}
          change={value.change}
          label={say('wizard.settings.outgoing')}
        />
      </section>
    </Screen>
  );
}
