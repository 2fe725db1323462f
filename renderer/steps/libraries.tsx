import { licences } from 'postway:licences';
import { say } from '../../shared/text/index.ts';

/** What others wrote that is in Postway, each with its licence. */
export function Libraries() {
  return (
    <ul className="plain-list">
      {licences.map(({ name, version, licence, text }) => (
        <li key={name}>
          <details>
            <summary>{say('help.library', { name, version, licence })}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
            <section className="server-text small" tabIndex={0} aria-label={name}>
              {text}
            </section>
          </details>
        </li>
      ))}
    </ul>
  );
}
