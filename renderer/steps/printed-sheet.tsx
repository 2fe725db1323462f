import { createPortal } from 'react-dom';
import { actLine, type Sheet } from '../../shared/letter/sheet.ts';
import './printed-page.css';

/** What comes out of the printer in place of this screen, as the PDF has it. */
export function PrintedSheet({ sheet }: { readonly sheet: Sheet }) {
  const { words } = sheet;
  return createPortal(
    <div className="printed-page">
      <h1>{sheet.headline}</h1>
      {sheet.notes.map((note) => (
        <p key={note} className="printed-warning">
          <strong>{note}</strong>
        </p>
      ))}
      <p>{sheet.detail}</p>
      <Listed heading={words.acts} lines={sheet.acts.map(actLine)} />
      <Listed heading={words.advice} lines={sheet.advice} />
      <h2>{sheet.settings.length > 0 ? words.settings : words['no-settings']}</h2>
      {sheet.settings.map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      <Listed heading={words.also} lines={sheet.also} />
      <h2>{words.attempts}</h2>
      {sheet.attempts.length === 0 && <p>{words['no-attempts']}</p>}
      <ul>
        {sheet.attempts.map(({ at, server, address, result }) => (
          <li key={`${at} ${server} ${address} ${result}`}>
            <bdi>
              {at} {server} {address}
            </bdi>{' '}
            <strong>{result}</strong>
          </li>
        ))}
      </ul>
      <p>{sheet.made}</p>
    </div>,
    document.body,
  );
}

function Listed({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
