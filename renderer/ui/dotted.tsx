import { Fragment } from 'react';

/** A host's name or a mail address, whose lines end only behind a dot or the at sign, unless a part is longer than its line. Copied, it is as it was. */
export function Dotted({ name }: { readonly name: string }) {
  const parts = name.split(/(?<=[.@])/);
  return parts.map((part, at) => (
    // Two parts may be alike, and none changes its place.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
