import { lazy, Suspense, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { AdviceList } from '../ui/advice.tsx';
import { Choices } from '../ui/choices.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ScrollingTable } from '../ui/scrolling.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { chooseTextSize, keptTextSize, type TextSize, textSizes } from '../wizard/text-size.ts';

/** Long texts that hardly anybody opens. */
const Libraries = lazy(async () => ({ default: (await import('./libraries.tsx')).Libraries }));

const address = 'https://postway.example';

/** Beside the course: what Postway does, its keys, larger text, and who made what is in it. */
export function HelpStep() {
  const back = useWizard((state) => state.back);
  useEscape(back);
  const version = useWizard((state) => state.app?.version);
  return (
    <Screen
      title={say('help.title')}
      lead={say('help.lead')}
      progress={say('help.progress')}
      forward={say('help.back')}
      onContinue={back}
      below={
        <>
          <section className="stack">
            <h2>{say('help.how')}</h2>
            <AdviceList lines={([1, 2, 3, 4] as const).map((number) => say(`help.how.${number}`))} isInTurn />
          </section>
          <Keys />
          <section className="stack">
            <h2>{say('help.privacy')}</h2>
            <AdviceList lines={([1, 2, 3] as const).map((number) => say(`help.privacy.${number}`))} />
          </section>
          <section className="stack">
            <h2>{say('help.about')}</h2>
            {version && <p>{say('help.about.version', { version })}</p>}
            <p>{say('help.about.source', { address })}</p>
            <Disclosure label={say('help.libraries')}>
              <Suspense>
                <Libraries />
              </Suspense>
            </Disclosure>
          </section>
        </>
      }
    >
      <TextSizes />
    </Screen>
  );
}

function TextSizes() {
  const { 'window.keep': keep } = useWizard((state) => state.computer);
  const [size, setSize] = useState<TextSize>(() => keptTextSize(localStorage));
  return (
    <Choices
      id="text-size"
      label={say('help.size')}
      layout="row"
      choices={textSizes.map((one) => ({ value: String(one), label: say(`help.size.${one}`) }))}
      value={String(size)}
      onChange={(chosen) => {
        const wanted = textSizes.find((one) => String(one) === chosen) ?? 100;
        chooseTextSize(wanted, document.documentElement, localStorage);
        setSize(wanted);
        keep({ textSize: wanted }).catch(() => undefined); // it is shown all the same
      }}
    />
  );
}

function Keys() {
  return (
    <section className="stack">
      <h2>{say('help.keys')}</h2>
      <ScrollingTable label={say('help.keys')} columns={[say('help.key'), say('help.does')]}>
        {(['help', 'share', 'stop', 'back', 'enter'] as const).map((key) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{say(`help.key.${key}`)}</kbd>
            </th>
            <td>{say(`help.key.${key}.does`)}</td>
          </tr>
        ))}
      </ScrollingTable>
    </section>
  );
}
