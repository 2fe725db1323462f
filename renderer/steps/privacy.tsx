import { builtInReferences } from '../../shared/model/references.ts';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { TickBox } from '../ui/tick-box.tsx';
import { useWizard } from '../wizard/context.ts';

/** What will be contacted, in plain words, and the choice to keep it small. */
export function Privacy() {
  const isSmall = useWizard((state) => state.answers.onlyOwnProvider);
  const answer = useWizard((state) => state.answer);
  const others = [
    ...new Set(builtInReferences.filter(({ kind }) => kind === 'mail').map(({ operator }) => operator)),
  ];
  return (
    <div className="privacy">
      <p className="quiet small">{say('wizard.address.looked-up')}</p>
      <Disclosure label={say('wizard.privacy.title')}>
        <div className="stack">
          <ul className="plain-list">
            <li>{say('wizard.privacy.own')}</li>
            <li>{isSmall ? say('wizard.privacy.nobody-else') : say('wizard.privacy.others', { others })}</li>
            <li>{say('wizard.privacy.never')}</li>
          </ul>
          <TickBox
            label={say('wizard.privacy.small')}
            hint={say('wizard.privacy.small-hint')}
            isTicked={isSmall}
            onChange={(onlyOwnProvider) => answer({ onlyOwnProvider })}
          />
        </div>
      </Disclosure>
    </div>
  );
}
