import { createPortal } from 'react-dom';
import type { ClientSettings } from '../../shared/clients/client.ts';
import { settingsPage } from '../../shared/clients/index.ts';
import { qrPath } from '../../shared/clients/qr-code.ts';
import { CodeDrawing } from '../ui/code-drawing.tsx';

/** What comes out of the printer in place of this screen: the page of settings, as the HTML file and the PDF have it. */
export function PrintedPage({ settings }: { readonly settings: ClientSettings }) {
  const page = settingsPage(settings);
  if (!page.ok) return null;
  const { title, warnings, sections, code, notesHeading, notes } = page.value;
  return createPortal(
    <div className="printed-page">
      <h1>{title}</h1>
      {warnings.map((warning) => (
        <p key={warning} className="printed-warning">
          <strong>{warning}</strong>
        </p>
      ))}
      {sections.map(({ id, heading, rows }) => (
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
        </section>
      ))}
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
