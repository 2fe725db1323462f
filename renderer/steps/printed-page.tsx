import './printed-page.css';
import { createPortal } from 'react-dom';
import type { ClientSettings } from '../../shared/clients/client.ts';
import { findClient, settingsPage, withWalkthrough } from '../../shared/clients/index.ts';
import type { PagePart, PageStep } from '../../shared/clients/page.ts';
import { qrPath } from '../../shared/clients/qr-code.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import { chosenProgram } from '../program/chosen-program.ts';
import { withLikelyLanguage } from '../program/program-language.ts';
import { CodeDrawing } from '../ui/code-drawing.tsx';
import { useWizard } from '../wizard/context.ts';

/** What comes out of the printer in place of this screen: the page of settings with the steps of the program that was chosen, as the PDF has it. */
export function PrintedPage({ settings }: { readonly settings: ClientSettings }) {
  const program = useWizard((state) => chosenProgram(state.program));
  const wanted = useWizard((state) => state.variant);
  const client = findClient(program);
  const whole =
    client?.kind === 'steps'
      ? withWalkthrough(settings, client, nearestVariant(client, settings, withLikelyLanguage(wanted)))
      : null;
  const page = settingsPage(whole?.ok ? whole.value : settings);
  if (!page.ok) return null;
  const { title, warnings, parts } = page.value;
  return createPortal(
    <div className="printed-page">
      <h1>{title}</h1>
      {warnings.map((warning) => (
        <p key={warning} className="printed-warning">
          <strong>{warning}</strong>
        </p>
      ))}
      {parts.map((part) => (
        <section key={part.kind === 'code' ? part.kind : `${part.kind} ${part.heading}`}>
          <PrintedPart part={part} />
        </section>
      ))}
    </div>,
    document.body,
  );
}

function PrintedPart({ part }: { readonly part: PagePart }) {
  switch (part.kind) {
    case 'paragraphs':
      return (
        <>
          <h2>{part.heading}</h2>
          {part.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      );
    case 'table':
      return (
        <>
          {part.heading !== null && <h2>{part.heading}</h2>}
          <table>
            <tbody>
              {part.rows.map(({ label, field, value }) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td>
                    <bdi>{value}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {part.note !== null && <p>{part.note}</p>}
        </>
      );
    case 'steps':
      return (
        <>
          <h2>{part.heading}</h2>
          <ol>
            {part.steps.map((step) => (
              <li key={step.title}>
                <PrintedStep step={step} />
              </li>
            ))}
          </ol>
        </>
      );
    case 'code':
      return (
        <figure>
          <CodeDrawing size={part.drawing.size} path={qrPath(part.drawing)} label={part.label} />
          <figcaption>{part.caption}</figcaption>
        </figure>
      );
    case 'points':
      return (
        <>
          <h2>{part.heading}</h2>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      );
    default:
      return part satisfies never;
  }
}

function PrintedStep({ step }: { readonly step: PageStep }) {
  const { title, where, sentences, fields } = step;
  const lines = where === null ? sentences : [where, ...sentences];
  if (lines.length === 0 && fields.length === 0) return title;
  const List = fields.length > 1 ? 'ol' : 'ul'; // one alone has no turn
  return (
    <>
      <strong>{title}</strong>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {fields.length > 0 && (
        <List>
          {fields.map(({ label, value, mark, note }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: both servers' fields may have one label, and places never change
            <li key={index}>
              {label}:{' '}
              <strong>
                <bdi>{value}</bdi>
              </strong>
              {mark !== null && ` (${mark})`}
              {note !== null && <p>{note}</p>}
            </li>
          ))}
        </List>
      )}
    </>
  );
}
