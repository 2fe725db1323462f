import { licences } from 'postway:licences';
import { say } from '../../shared/text/index.ts';
import { Scrolling } from '../ui/scrolling.tsx';

/** What others wrote that is in Postway, each with its licence. */
export function Libraries() {
  return (
    <ul className="plain-list">
      {licences.map(({ name, version, licence, text }) => (
        <li key={name}>
          <details>
            <summary>{say('help.library', { name, version, licence })}</summary>
            <Scrolling className="server-text small" label={name}>
              {text}
            </Scrolling>
          </details>
        </li>
      ))}
    </ul>
  );
}
