import type { ClientSettings } from '../../shared/clients/client.ts';
import { settingsFromReport } from '../../shared/clients/index.ts';
import { provenElsewhere, provenRecommendation } from '../../shared/model/proven-login.ts';
import type { Report } from '../../shared/model/report.ts';
import { isSeenSafe } from '../../shared/model/usable.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { chosenProgram } from '../program/chosen-program.ts';
import { ProgramSteps } from '../program/program-steps.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import type { WizardState } from '../wizard/state.ts';
import { ChangeForMe } from './change-for-me.tsx';
import { useChanged } from './changed.ts';
import { Ending } from './ending.tsx';
import { serverLine } from './format.ts';
import { PrintedPage } from './printed-page.tsx';
import { SendTestOffer } from './send-test-offer.tsx';
import { CopyAll, ServerValues } from './server-values.tsx';
import { ServerFiles, SettingsFiles } from './settings-files.tsx';

/** Why these settings: what a login proved, or else what was measured. */
function leadOf(report: Report | null): string {
  const act = report && provenElsewhere(report);
  if (act) {
    const { endpoint, startedAt } = act;
    return say('client.proven.reason', { host: endpoint.host, port: endpoint.port, when: { at: startedAt } });
  }
  return report?.recommendation?.why ?? say('wizard.settings.provisional-lead');
}

/** All settings, for every program, as values, steps and files. */
export function SettingsStep() {
  const run = useWizard((state) => state.run);
  const address = useWizard((state) => state.answers.address);
  const settings = settingsOf(run, address);
  const [wantsFiles] = useKeptChoice('files', run.checkId ?? '', false, (kept) => kept === true);
  const changed = useChanged();
  const { report } = run;
  if (settings === null) return null;
  const recommendation = report && provenRecommendation(report);
  const hasChanges = settings.change !== null && settings.change.length > 0;
  // Where something comes before them, or programs refuse them, they are there to be read.
  const isReady = report !== null && !settings.first && isSeenSafe(settings.outgoing, report.observations);
  return (
    <Screen
      title={say(titleOf(settings, report))}
      lead={leadOf(report)}
      forward={isReady ? say('wizard.settings.done') : undefined}
      onContinue={changed}
      below={
        <>
          <SendTestOffer />
          <Ending report={report} />
        </>
      }
    >
      <p className="for-screen-readers" role="status">
        {isReady ? say('wizard.settings.final') : ''}
      </p>
      {report === null && <Notice>{say('wizard.settings.provisional')}</Notice>}
      {settings.warnings?.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      {settings.first && <Notice>{say.together([...settings.first])}</Notice>}
      <section className="card stack">
        <div className="section-head">
          <h2>{say(hasChanges ? 'wizard.settings.outgoing-change' : 'wizard.settings.outgoing')}</h2>
          <CopyAll settings={settings} />
        </div>
        <ServerValues
          server={settings.outgoing}
          settings={settings}
          change={settings.change}
          label={say('wizard.settings.outgoing')}
        />
        {recommendation && recommendation.alternatives.length > 0 && (
          <Disclosure label={say('wizard.settings.alternatives')}>
            <p>{say('wizard.settings.alternatives-lead')}</p>
            <ol className="advice">
              {recommendation.alternatives.map((server) => (
                <li key={`${server.host} ${server.port} ${server.security}`}>{serverLine(server)}</li>
              ))}
            </ol>
          </Disclosure>
        )}
      </section>
      {wantsFiles && <ServerFiles settings={settings} />}
      {settings.incoming && (
        <section className="card stack">
          <h2>{say('wizard.settings.incoming')}</h2>
          <ServerValues
            server={settings.incoming}
            settings={settings}
            change={null}
            label={say('wizard.settings.incoming')}
          />
        </section>
      )}
      <ChangeForMe />
      <ProgramPart settings={settings} />
      {!wantsFiles && <SettingsFiles settings={settings} />}
      <PrintedPage settings={settings} />
    </Screen>
  );
}

function titleOf({ outgoing, change }: ClientSettings, report: Report | null): PlainKey {
  // A check that still runs announces nothing that is not safe.
  if (report !== null && !isSeenSafe(outgoing, report.observations)) return 'wizard.settings.title-doubtful';
  return change?.length === 0 ? 'wizard.settings.title-same' : 'wizard.settings.title';
}

function settingsOf(run: WizardState['run'], address: string): ClientSettings | null {
  if (run.report) {
    const settings = settingsFromReport(run.report);
    return settings.ok ? settings.value : null;
  }
  if (run.usable === null) return null;
  const mailAddress = address.includes('@') ? address.trim() : '';
  return { outgoing: run.usable, incoming: null, change: null, mailAddress, displayName: '' };
}

function ProgramPart({ settings }: { readonly settings: ClientSettings }) {
  const program = useWizard((state) => chosenProgram(state.program));
  const ticked = useWizard((state) => state.ticked);
  const chooseProgram = useWizard((state) => state.chooseProgram);
  const variant = useWizard((state) => state.variant);
  const chooseVariant = useWizard((state) => state.chooseVariant);
  const tick = useWizard((state) => state.tick);
  return (
    <ProgramSteps
      settings={settings}
      program={program}
      onProgram={chooseProgram}
      wanted={variant}
      onVariant={chooseVariant}
      ticked={ticked}
      onTick={tick}
    />
  );
}
