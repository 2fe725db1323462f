import { useEffect, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { AdviceList } from '../ui/advice.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { usePlayedNetwork } from './played-network.ts';

/** Beside the course: waits until this computer is in another network, and checks there by itself. */
export function OtherNetworkStep() {
  const isPractice = useWizard(({ run }) => run.report?.practice === true);
  return isPractice ? <PlayedNetwork /> : <NextNetwork />;
}

type Whereabouts = 'asking' | 'here' | 'away' | 'unknown';

function NextNetwork() {
  const checkElsewhere = useWizard((state) => state.checkElsewhere);
  const where = useOtherNetwork(checkElsewhere);
  return (
    <Screen
      title={say('again.title')}
      lead={say('again.lead')}
      progress={say('again.progress')}
      forward={say('again.said')}
      onContinue={() => checkElsewhere('said')}
    >
      <div role="status">
        <Notice icon="network" tone={where === 'away' ? 'warn' : 'plain'}>
          {say(`again.where.${where}`)}
        </Notice>
      </div>
      <section className="stack">
        <h2>{say('again.how')}</h2>
        <AdviceList lines={(['hotspot', 'wifi', 'vpn'] as const).map((way) => say(`again.how.${way}`))} />
      </section>
    </Screen>
  );
}

/** Where this computer is meanwhile; checks as soon as it is in another network than the report's. */
function useOtherNetwork(checkElsewhere: (known: 'seen') => void): Whereabouts {
  const network = useWizard(({ computer }) => computer['network.other']);
  const than = useWizard(({ run }) => run.report?.network);
  const isConnected = useWizard((state) => state.isConnected);
  const [where, setWhere] = useState<Whereabouts>('asking');
  useEffect(() => {
    if (!isConnected) return; // asked again when the backend is back
    const ending = new AbortController();
    const watch = async () => {
      try {
        await network({ than }, (event) => setWhere(event.where), ending.signal);
        if (!ending.signal.aborted) checkElsewhere('seen');
      } catch {
        if (!ending.signal.aborted) setWhere('unknown'); // the button stays
      }
    };
    void watch(); // never rejects
    return () => ending.abort();
  }, [network, than, isConnected, checkElsewhere]);
  return where;
}

function PlayedNetwork() {
  const scenario = usePlayedNetwork();
  const checkElsewhere = useWizard((state) => state.checkElsewhere);
  return (
    <Screen
      title={say('again.title')}
      lead={say('again.lead')}
      progress={say('again.progress')}
      forward={scenario && say('again.practice.go')}
      onContinue={() => checkElsewhere('seen', scenario)}
    >
      <Notice icon="practice">{say('again.practice')}</Notice>
    </Screen>
  );
}
