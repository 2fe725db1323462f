import { createPortal } from 'react-dom';
import type { ClientSettings } from '../../shared/clients/client.ts';
import { findClient, settingsPage, withWalkthrough } from '../../shared/clients/index.ts';
import type { PageStep } from '../../shared/clients/page.ts';
import { qrPath } from '../../shared/clients/qr-code.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import { chosenProgram } from '../program/chosen-program.ts';
import { CodeDrawing } from '../ui/code-drawing.tsx';
import { useWizard } from '../wizard/context.ts';

/** What comes out of the printer in place of this screen: the page of settings with the steps of the program that was chosen, as the PDF has it. */
export function PrintedPage({ settings }: { readonly settings: ClientSettings }) {
  const program = useWizard((state) => chosenProgram(state.program));
  const wanted = useWizard((state) => state.variant);
  const client = findClient(program);
  const language = wanted.language ?? navigator.language;
  const whole =
    client?.kind === 'steps'
      ? withWalkthrough(settings, client, nearestVariant(client, settings, { ...wanted, language }))
      : null;
  const page = settingsPage(whole?.ok ? whole.value : settings);
  if (!page.ok) return null;
  const { title, warnings, first, sections, way, code, notesHeading, notes } = page.value;
  return createPortal(
    <div className="printed-page">
      <h1>{title}</h1>
      {warnings.map((warning) => (
        <p key={warning} className="printed-warning">
          <strong>{warning}</strong>
        </p>
      ))}
      {first.map(({ heading, lines }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      {sections.map(({ id, heading, rows, note }) => (
        <section key={id}>
          {heading !== null && <h2>{heading}</h2>}
          <table>
            <tbody>
              {rows.map(({ label, field, value }) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td>
                    <bdi>{value}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {note !== null && <p>{note}</p>}
        </section>
      ))}
      <h2>{way.heading}</h2>
      <ol>
        {way.steps.map((step) => (
          <li key={step.title}>
            <PrintedStep step={step} />
          </li>
        ))}
      </ol>
      {code !== null && (
        <figure>
          <CodeDrawing size={code.drawing.size} path={qrPath(code.drawing)} label={code.label} />
          <figcaption>{code.caption}</figcaption>
        </figure>
      )}
      <h2>{notesHeading}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>,
    document.body,
  );
}

function PrintedStep({ step }: { readonly step: PageStep }) {
  const { title, where, sentences, fields } = step;
  const lines = where === null ? sentences : [where, ...sentences];
  if (lines.length === 0 && fields.length === 0) return title;
  return (
    <>
      <strong>{title}</strong>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {fields.length > 0 && (
        <ol>
          {fields.map(({ label, value, mark, note }) => (
            <li key={label}>
              {label}:{' '}
              <strong>
                <bdi>{value}</bdi>
              </strong>
              {mark !== null && ` (${mark})`}
              {note !== null && <p>{note}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
