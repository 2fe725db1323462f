import { type ReactNode, useId, useState } from 'react';
import { Icon } from './icon.tsx';
import { unbrokenIn, unbrokenName } from './unbroken.ts';

type DisclosureProps = {
  readonly label: string;
  /** Stands instead of `label` while open. */
  readonly openLabel?: string;
  /** Given together: whoever uses this part keeps the state. */
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly isIndented?: boolean;
  readonly children: ReactNode;
};

/** More of something, shown when wanted. */
export function Disclosure(props: DisclosureProps) {
  const { label, openLabel = label, onToggle, isIndented = true, children } = props;
  const id = useId();
  const [isOpenHere, setOpenHere] = useState(false);
  const isOpen = props.isOpen ?? isOpenHere;
  const toggle = () => {
    setOpenHere(!isOpen);
    onToggle?.(!isOpen);
  };
  return (
    <div className="disclosure">
      <button
        type="button"
        className="button button-link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={toggle}
      >
        <Icon name="more" size={16} />
        {unbrokenName(isOpen ? openLabel : label)}
      </button>
      {isOpen && (
        <div id={id} className={isIndented ? 'disclosure-body is-indented' : 'disclosure-body'}>
          {unbrokenIn(children)}
        </div>
      )}
    </div>
  );
}
