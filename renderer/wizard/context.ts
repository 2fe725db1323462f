import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { WizardState } from './state.ts';

export const WizardContext = createContext<StoreApi<WizardState> | null>(null);

/** One value of the window's state. Select values that exist, never a new object: that would render without end. */
export function useWizard<T>(select: (state: WizardState) => T): T {
  const store = useContext(WizardContext);
  if (store === null) throw new Error('useWizard outside of the wizard');
  return useStore(store, select);
}
