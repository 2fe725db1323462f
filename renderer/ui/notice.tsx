import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { unbrokenIn } from './unbroken.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

const icons: Record<Tone, IconName> = { plain: 'info', good: 'good', warn: 'warn', bad: 'bad' };

type NoticeProps = { readonly tone?: Tone; readonly icon?: IconName; readonly children: ReactNode };

/** A short message set apart, with the sign and colour of its tone. */
export function Notice({ tone = 'plain', icon = icons[tone], children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={icon} />
      <div className="notice-body">{unbrokenIn(children)}</div>
    </div>
  );
}
