import { useEffect, useRef } from 'react';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from './context.ts';

/** Why a file cannot be opened, brought into view: it may have been dropped, or double-clicked, on any screen. */
export function OpenProblem() {
  const problem = useWizard((state) => state.openProblem);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div role="alert" ref={place}>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
    </div>
  );
}
