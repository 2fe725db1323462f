import type { ReactNode } from 'react';
import './scrolling.css';

type ScrollingProps = { readonly label: string; readonly className?: string; readonly children: ReactNode };

/** What may be larger than its place: it scrolls by itself, by keyboard too. */
export function Scrolling({ label, className, children }: ScrollingProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

type TableProps = Omit<ScrollingProps, 'className'> & { readonly columns: readonly string[] };

/** A table below its columns' names, wider than a narrow window when names are long. */
export function ScrollingTable({ label, columns, children }: TableProps) {
  return (
    <Scrolling label={label} className="scrolling-table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolling>
  );
}
