import type { ReactNode } from 'react';

const drawings = {
  back: <path d="M12.5 4.5 7 10l5.5 5.5" />,
  more: <path d="m7.5 4.5 5.5 5.5-5.5 5.5" />,
  good: <path d="m4.5 10.5 4 4 7.5-9" />,
  bad: <path d="m5.5 5.5 9 9m0-9-9 9" />,
  warn: <path d="M10 3 2 17h16L10 3Zm0 5v4m0 2.6v.1" />,
  info: <path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 9v5m0-8v.1" />,
  copy: <path d="M7.5 7.5h9v9h-9zm5-4h-9v9" />,
  practice: <path d="M10 3 1.5 7 10 11l8.5-4L10 3ZM5 9v4.5c2.5 2.5 7.5 2.5 10 0V9" />,
  computer: <path d="M3 4h14v9H3zm-1.5 12.5h17" />,
  network: <path d="M3 11h14v5.5H3zm3 2.8v.1m3-.1v.1M5 11V7m10 4V7M7.5 5.5a4 4 0 0 1 5 0" />,
  internet: (
    <path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM2.5 10h15M10 2.5c-5 4-5 11 0 15m0-15c5 4 5 11 0 15" />
  ),
  mail: <path d="M2.5 4.5h15v11h-15zm0 .5 7.5 6 7.5-6" />,
  server: <path d="M3.5 3.5h13v5h-13zm0 8h13v5h-13zm3-5.5v.1m0 7.9v.1m3-8.1h4m-4 8h4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A line drawing in the colour of its text. Decoration only: words always stand beside it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  );
}
